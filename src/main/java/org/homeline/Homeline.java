package org.homeline;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program's entry: the commands, and what they say when they fail. */
@Command(
        name = "homeline",
        description = "Send, receive, save and invest money across borders with nothing but a phone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Serve.class,
            DemoCommand.class,
            Simulate.class,
            Tests.class,
            CorridorCommand.class,
            AuditCommand.class,
            Backup.class,
            Restore.class,
            WarmUp.class
        })
final class Homeline {
    private static final int FAILED = 1;

    private Homeline() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Homeline());
        line.getCommandSpec().version("Homeline " + Homeline.class.getPackage().getImplementationVersion());
        OperatorVerb.addTo(line);
        IExecutionExceptionHandler failed = (failure, command, parsed) -> fail(failure, command);
        return line.setExecutionExceptionHandler(failed);
    }

    private static int fail(Exception failure, CommandLine command) {
        var err = command.getErr();
        var plain = Failures.plain(failure);
        err.println("homeline: " + plain.orElseGet(() -> "this should not have happened: " + failure));
        if (plain.isEmpty() || "DEBUG".equals(System.getenv("HOMELINE_LOG_LEVEL"))) {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }
}
