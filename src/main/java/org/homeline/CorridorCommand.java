package org.homeline;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the corridors' files as they stand, not at what a running server once read. */
@Command(
        name = "corridor",
        description = "check what corridors cost",
        mixinStandardHelpOptions = true,
        subcommands = CorridorCommand.Check.class)
final class CorridorCommand {
    /** Reads the whole configuration, on a data folder of its own. */
    @Command(
            name = "check",
            description = "show what each corridor costs beside the target, and refuse nonsense with file and line",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        private Place place = new Place();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            try (var temporary = new TemporaryPlace(place.config());
                    var application = Application.start(temporary.folder(), temporary.place(), Map.of())) {
                var answer = application
                        .get(OperatorDesk.class)
                        .ask("remittance.checkCorridors", "{}", OperatorLine.operator(), OperatorLine.freshKey());
                return OutcomePrinter.of(spec.commandLine()).print(answer);
            }
        }
    }
}
