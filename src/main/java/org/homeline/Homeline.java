package org.homeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program's entry: the commands, and what they say when they fail. */
@Command(
        name = "homeline",
        description = "Send, receive, save and invest money across borders with nothing but a phone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Homeline {
    private static final int FAILED = 1;
    /** Tells of the others, so it needs them all. */
    private static final String HELP = "help";

    private final OperatorZone zone;

    private Homeline(OperatorZone zone) {
        this.zone = zone;
    }

    public static void main(String[] arguments) {
        // Figures in logs, codes and messages to the operator are the same in every country.
        Locale.setDefault(Locale.ROOT);
        if (arguments.length > 0) {
            LookAround.begin();
        }
        System.exit(commandLine(OperatorZone.here(), arguments).execute(arguments));
    }

    /** For an operator whose time is UTC. */
    static CommandLine commandLine(String... arguments) {
        return commandLine(OperatorZone.UTC, arguments);
    }

    /** Knows the command that these arguments begin with, or all: making them all takes a tenth of a server's start. */
    private static CommandLine commandLine(OperatorZone zone, String... arguments) {
        var line = new CommandLine(new Homeline(zone));
        line.getCommandSpec().version("Homeline " + Homeline.class.getPackage().getImplementationVersion());
        var commands = commands();
        var asked = arguments.length == 0 || arguments[0].equals(HELP) ? null : commands.get(arguments[0]);
        if (asked != null) {
            line.addSubcommand(arguments[0], asked.get());
        } else {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        IExecutionExceptionHandler failed = (failure, command, parsed) -> fail(failure, command);
        return line.setExecutionExceptionHandler(failed);
    }

    /** The time of whoever typed the command. */
    static OperatorZone zone(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Homeline homeline
                ? homeline.zone
                : OperatorZone.UTC;
    }

    /** By name, in the order of the help. */
    private static Map<String, Supplier<Object>> commands() {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("serve", Serve::new);
        commands.put("demo", DemoCommand::new);
        commands.put("test", Tests::new);
        commands.put("bench", BenchCommand::new);
        commands.put("audit", AuditCommand::new);
        commands.putAll(OperatorVerb.groups());
        commands.put("check", CheckCommand::new);
        commands.put("corridor", CorridorCommand::new);
        commands.put("simulate", Simulate::new);
        commands.put("backup", Backup::new);
        commands.put("restore", Restore::new);
        commands.put("warm-up", WarmUp::new);
        commands.put(HELP, Homeline::help);
        return commands;
    }

    private static CommandLine help() {
        var help = new CommandLine(new CommandLine.HelpCommand());
        var usage = help.getCommandSpec().usageMessage();
        usage.synopsisHeading("Usage: ");
        usage.header(new String[0]);
        usage.description("show this, or what a command takes");
        return help;
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
