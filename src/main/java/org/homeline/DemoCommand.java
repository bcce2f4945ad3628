package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;
import org.homeline.simulator.stage.Stage;
import org.homeline.simulator.story.Played;
import org.homeline.simulator.story.Story;
import org.homeline.simulator.story.StoryPlayer;
import org.homeline.time.StoryClock;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job, end to end, on a server of its own. */
@Command(
        name = "demo",
        description = {
            "send money home, from a text message to cash in hand, on a server of its own",
            "Shows every screen and message as they happen, then the ledger and the audit."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration PACE = Duration.ofMillis(700);
    private static final int COLUMNS = 100;
    private static final String NOT_AS_TOLD = "Not as the story says";
    private static final String AS_IT_COMES =
            "The story is told of the configuration as it comes: where yours says otherwise (banks, caps, rates, fees, limits), it"
                    + " may stop there, and nothing is wrong. ./homeline check says whether yours is.";

    @Option(names = "--story", paramLabel = "NAME", description = "another story (send-home)", hidden = true)
    private String story = "send-home";

    @Option(names = "--stay", description = "keep everything running afterwards, for a phone in another terminal")
    private boolean stay;

    @Option(names = "--config", paramLabel = "DIR", description = "the configuration folder (gateway-config)")
    private Path config = new Place().config();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var told = Story.named(story);
        boolean terminal = Prompt.isTerminal();
        boolean colour = terminal && System.getenv("NO_COLOR") == null;
        int columns = terminal ? columns() : COLUMNS;
        out.println(Style.BOLD.of(told.title(), colour));
        told.before().stream()
                .map(before -> Story.named(before).summary())
                .filter(summary -> !summary.isEmpty())
                .forEach(summary -> Wrap.at(columns, "Before: " + summary)
                        .forEach(line -> out.println(Style.DIM.of(line, colour))));
        out.println();
        out.flush();
        var stop = stay ? new StopSignal() : null;
        try (var world = DemoWorld.open(StoryClock.running(), config)) {
            var stage = new Stage(told, out, colour, columns, terminal ? PACE : Duration.ZERO);
            int status = play(world, told, stage, out, colour);
            if (stop != null) {
                explain(world, out);
                stop.await();
            }
            return status;
        } finally {
            if (stop != null) {
                stop.done();
            }
        }
    }

    private static int play(DemoWorld world, Story told, Stage stage, PrintWriter out, boolean colour) {
        Played played;
        try (var player = new StoryPlayer(world, stage)) {
            played = player.play(told);
        } catch (DemoWorld.StuckException stuck) {
            heading(NOT_AS_TOLD, out, colour);
            out.println(Style.RED.of(stuck.what(), colour));
            out.println(AS_IT_COMES);
            out.flush();
            return 1;
        }
        var ledger = world.operator(List.of("treasury", "show"));
        heading("The ledger", out, colour);
        out.print(ledger.text());
        var audit = world.operator(List.of("audit"));
        heading("The audit", out, colour);
        out.print(audit.text());
        if (!played.asTold()) {
            heading(NOT_AS_TOLD, out, colour);
            played.differences().forEach(difference -> out.println(Style.RED.of(difference, colour)));
            out.println(AS_IT_COMES);
        }
        out.flush();
        return played.asTold() && audit.status() == 0 && ledger.status() == 0 ? 0 : 1;
    }

    private static void heading(String text, PrintWriter out, boolean colour) {
        out.println();
        out.println(Style.BOLD.of(text, colour));
    }

    private static void explain(DemoWorld world, PrintWriter out) {
        var where = " --server " + world.server() + " --twilio " + world.twilio() + " --key " + DemoWorld.USSD_KEY;
        out.println();
        out.println("Everything keeps running until Ctrl-C. In another terminal, a phone and the agent's till:");
        out.println("  ./homeline simulate phone --number +254712345678" + where);
        out.println("  ./homeline simulate terminal --number +254722000111" + where);
        out.println("Her PIN is 4826, the agent's 5093.");
        out.flush();
    }

    /** How wide the terminal is. */
    private static int columns() {
        try (var terminal = TerminalBuilder.builder().system(true).build()) {
            return terminal.getWidth() > 0 ? terminal.getWidth() : COLUMNS;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
