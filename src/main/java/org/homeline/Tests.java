package org.homeline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in the list of commands; the launcher does it before any program starts, because it builds. */
@Command(
        name = "test",
        description = "build and test everything; --full runs the long campaigns too",
        mixinStandardHelpOptions = true)
final class Tests implements Callable<Integer> {
    @Option(names = "--full", description = "the long campaigns too")
    private boolean full;

    @Override
    public Integer call() {
        throw new CannotStartException(
                "./homeline test" + (full ? " --full" : "") + " is for the launcher, in a clone of the sources");
    }
}
