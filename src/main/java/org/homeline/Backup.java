package org.homeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes database and keys together into one file. */
@Command(
        name = "backup",
        description = {
            "take database and keys into one file, also while the server runs",
            "The keys stay wrapped by their password, which is kept elsewhere."
                    + " A PostgreSQL database is backed up with pg_dump; then the file holds the keys alone."
        },
        mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {
    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "FILE", description = "a zip file that is not there yet")
    private Path file = Path.of("backup.zip");

    @Option(
            names = "--with-password",
            description = "put the password file from the data folder in too: whoever has the backup then has the keys")
    private boolean withPassword;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        place.requireData();
        var answer = OperatorLine.ask(
                place,
                BackupErrand.NAME,
                Map.of("file", file.toAbsolutePath().toString(), "withPassword", withPassword));
        return OutcomePrinter.of(spec.commandLine()).print(answer);
    }
}
