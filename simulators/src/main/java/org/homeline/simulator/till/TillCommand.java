package org.homeline.simulator.till;

import java.util.concurrent.Callable;
import org.homeline.simulator.handset.Connection;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An agent's till in the terminal. */
@Command(
        name = "terminal",
        description = {"An agent's till: cash in and out, over the agent's USSD dialogue.", "Type help in it."},
        mixinStandardHelpOptions = true)
public final class TillCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            required = true,
            converter = Written.PhoneNumber.class,
            description = "the agent's number, as +254722000111")
    @SuppressWarnings("NullAway.Init")
    private String number;

    @Override
    public Integer call() {
        try (var carrier = connection.carrier();
                var prompt = Prompt.open(spec.commandLine().getOut())) {
            new Till(new Phone(number, carrier), connection.serviceCode(), prompt).run();
        }
        return 0;
    }
}
