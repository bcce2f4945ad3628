package org.homeline.simulator.handset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Written;
import org.homeline.simulator.story.StoryRecorder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A feature phone in the terminal. */
@Command(
        name = "phone",
        description = {
            "A feature phone in the terminal: dials, answers menus, sends and reads texts.",
            "Type help in it."
        },
        mixinStandardHelpOptions = true)
public final class PhoneCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            converter = Written.PhoneNumber.class,
            defaultValue = "+254712345678",
            description = "the phone's number (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String number;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "write what happens as a story; the PINs that are typed stand in it")
    private @Nullable Path record;

    @Override
    public Integer call() {
        if (!connection.answers(spec.commandLine().getErr())) {
            return 1;
        }
        var recorder = Optional.ofNullable(record).map(file -> new StoryRecorder(file, number));
        try (var carrier = connection.carrier();
                var prompt = Prompt.open(spec.commandLine().getOut())) {
            new Handset(new Phone(number, carrier), connection.serviceCode(), prompt, recorder).run();
        }
        return 0;
    }
}
