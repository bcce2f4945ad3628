package org.homeline.simulator.prompt;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A person at a keyboard, or a pipe. Close it. */
public abstract sealed class Prompt implements AutoCloseable {
    private Prompt() {}

    /**
     * What this process was started with.
     *
     * @param out where a pipe's output goes
     */
    public static Prompt open(PrintWriter out) {
        if (!isTerminal()) {
            return plain(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out);
        }
        try {
            return new Interactive(TerminalBuilder.builder().system(true).build());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Whether this process reads from and writes to a terminal. */
    public static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** A pipe. */
    public static Prompt plain(BufferedReader in, PrintWriter out) {
        return new Plain(in, out);
    }

    /** Whether a person sits there, who may be told things at any time and in colour. */
    public abstract boolean isInteractive();

    /** The next line; empty at the end of the input. */
    public abstract Optional<String> read(String question);

    /** The same for what nobody may read over a shoulder. */
    public abstract Optional<String> readSecret(String question);

    /** Shows a text, above the line that is being typed. */
    public abstract void print(String text);

    @Override
    public abstract void close();

    private static final class Plain extends Prompt {
        private final BufferedReader in;
        private final PrintWriter out;

        Plain(BufferedReader in, PrintWriter out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public Optional<String> read(String question) {
            try {
                var line = Optional.ofNullable(in.readLine());
                line.ifPresent(typed -> print(question + typed));
                return line;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public Optional<String> readSecret(String question) {
            try {
                var line = Optional.ofNullable(in.readLine());
                line.ifPresent(typed -> print(question + "*".repeat(typed.length())));
                return line;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void print(String text) {
            out.println(text);
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static final class Interactive extends Prompt {
        private final Terminal terminal;
        private final LineReader reader;

        Interactive(Terminal terminal) {
            this.terminal = terminal;
            // What is typed may be a PIN: no history; and a ! is just that.
            this.reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Optional<String> read(String question) {
            return read(question, null);
        }

        @Override
        public Optional<String> readSecret(String question) {
            return read(question, '*');
        }

        private Optional<String> read(String question, @Nullable Character mask) {
            try {
                return Optional.ofNullable(mask == null ? reader.readLine(question) : reader.readLine(question, mask));
            } catch (UserInterruptException | EndOfFileException ended) {
                return Optional.empty();
            }
        }

        @Override
        public void print(String text) {
            if (reader.isReading()) {
                reader.printAbove(text);
            } else {
                terminal.writer().println(text);
                terminal.flush();
            }
        }

        @Override
        public void close() {
            try {
                terminal.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
