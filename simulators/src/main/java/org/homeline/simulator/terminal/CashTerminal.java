package org.homeline.simulator.terminal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jspecify.annotations.Nullable;

/**
 * A cash terminal. Each request waits for its answer on the caller's thread, any number of them at a time. Connects anew when
 * something is to be sent and no connection stands. Close it.
 */
public final class CashTerminal implements AutoCloseable {
    private static final int TRACES = 1_000_000;
    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("MMddHHmmss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMdd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("DDDHH");

    private final String host;
    private final int port;
    private final Optional<Trust> tls;
    private final String terminal;
    private final String agent;
    private final String currency;
    private final PinPad pinPad;
    private final Clock clock;
    private final Duration patience;
    private final AtomicInteger trace;
    private final Map<String, CompletableFuture<Line.Came>> waiting = new ConcurrentHashMap<>();
    private @Nullable Line line;

    /**
     * Whose terminal it is.
     *
     * @param terminal its name, eight characters
     * @param agent the agent's number with its country
     * @param currency by its number of ISO 4217: 404
     * @param master the key that the host knows as the terminal's master key
     * @param tls empty for a plain connection
     */
    public record Settings(
            String host, int port, String terminal, String agent, String currency, byte[] master, Optional<Trust> tls) {
        /** Over a plain connection. */
        public Settings(String host, int port, String terminal, String agent, String currency, byte[] master) {
            this(host, port, terminal, agent, currency, master, Optional.empty());
        }

        /** The same over TLS. */
        public Settings over(Trust tls) {
            return new Settings(host, port, terminal, agent, currency, master, Optional.of(tls));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Settings its && terminal.equals(its.terminal) && port == its.port;
        }

        @Override
        public int hashCode() {
            return terminal.hashCode();
        }

        /** Without the key. */
        @Override
        public String toString() {
            return terminal + " at " + host + ":" + port;
        }
    }

    /** @param patience for an answer */
    public CashTerminal(Settings settings, Clock clock, RandomGenerator random, Duration patience) {
        this.host = settings.host();
        this.port = settings.port();
        this.tls = settings.tls();
        this.terminal = settings.terminal();
        this.agent = settings.agent().replaceAll("[^0-9]", "");
        this.currency = settings.currency();
        this.pinPad = new PinPad(settings.master(), random);
        this.clock = clock;
        this.patience = patience;
        this.trace = new AtomicInteger(random.nextInt(TRACES));
    }

    public Answer signOn() throws IOException {
        return network("001");
    }

    public Answer signOff() throws IOException {
        return network("002");
    }

    public Answer echo() throws IOException {
        return network("301");
    }

    /** Asks the host for new keys and takes them; both say who they are with a code under the master key. */
    public Answer exchangeKeys() throws IOException {
        var came = exchange(Codes.write(management("101"), pinPad::masterCode));
        var answer = answer(came);
        if (answer.isApproved()) {
            if (!Codes.isRight(came, pinPad::masterCode)) {
                throw new UnsignedAnswerException(answer.code());
            }
            pinPad.take(answer.lines());
        }
        return answer;
    }

    private Answer network(String code) throws IOException {
        return answer(exchange(management(code)));
    }

    private ISOMsg management(String code) {
        var message = message("0800");
        message.set(70, code);
        return message;
    }

    public boolean hasKeys() {
        return pinPad.hasKeys();
    }

    /** Cash that a customer brings. */
    public Dealing cashIn(String pin, String customer, long minor) {
        var message = money("210000", pin, minor);
        message.set(103, customer);
        return new Dealing(message);
    }

    /** Cash that a customer gets for a code. */
    public Dealing cashOut(String pin, String customer, String code, long minor) {
        var message = money("010000", pin, minor);
        message.set(102, customer);
        message.set(48, code);
        return new Dealing(message);
    }

    public Dealing balance(String pin) {
        return new Dealing(request("310000", pin));
    }

    public Dealing last(String pin) {
        return new Dealing(request("380000", pin));
    }

    public Answer ask(Dealing dealing) throws IOException {
        return signed((ISOMsg) dealing.request().clone());
    }

    /** The same once more, as a repeat (0201). */
    public Answer repeat(Dealing dealing) throws IOException {
        var message = (ISOMsg) dealing.request().clone();
        return signed(as(message, "0201"));
    }

    /** Takes it back: no answer came, so it counts as not done. */
    public Answer reverse(Dealing dealing) throws IOException {
        return signed(reversal(dealing));
    }

    /** Likewise, again (0421) for as long as no answer comes. */
    public Answer reverseUntilAnswered(Dealing dealing, int tries) throws IOException {
        var advice = reversal(dealing);
        for (int i = 1; i < tries; i++) {
            try {
                return signed((ISOMsg) advice.clone());
            } catch (NoAnswerException again) {
                as(advice, "0421");
            }
        }
        return signed(advice);
    }

    private ISOMsg reversal(Dealing dealing) {
        var original = dealing.request();
        var message = message("0420");
        for (int field : new int[] {3, 4, 12, 13, 37, 49, 102, 103}) {
            if (original.hasField(field)) {
                message.set(field, original.getString(field));
            }
        }
        message.set(90, "0200" + dealing.trace() + original.getString(7) + "0".repeat(22));
        return message;
    }

    private ISOMsg money(String processing, String pin, long minor) {
        var message = request(processing, pin);
        message.set(4, "%012d".formatted(minor));
        return message;
    }

    private ISOMsg request(String processing, String pin) {
        var message = message("0200");
        var now = LocalDateTime.now(clock);
        message.set(3, processing);
        message.set(12, TIME.format(now));
        message.set(13, DATE.format(now));
        message.set(37, now.getYear() % 10 + HOUR.format(now) + message.getString(11));
        message.set(49, currency);
        message.set(52, pinPad.pinBlock(pin, agent));
        return message;
    }

    private ISOMsg message(String type) {
        var message = as(new ISOMsg(), type);
        message.set(7, SENT.format(LocalDateTime.now(clock)));
        message.set(11, "%06d".formatted(trace.incrementAndGet() % TRACES));
        message.set(41, terminal);
        message.set(42, "%-15s".formatted(agent));
        return message;
    }

    private static ISOMsg as(ISOMsg message, String type) {
        try {
            message.setMTI(type);
            return message;
        } catch (ISOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * With a code, and an answer with one. What comes without is no answer, whatever it says: anybody can have sent it, and a
     * host that does not know our code does not know either what became of the request when it did.
     */
    private Answer signed(ISOMsg message) throws IOException {
        var came = exchange(Codes.write(message, pinPad::code));
        var answer = answer(came);
        if (!Codes.isRight(came, pinPad::code)) {
            throw new UnsignedAnswerException(answer.code());
        }
        return answer;
    }

    private static Answer answer(ISOMsg came) {
        return new Answer(text(came, 39), text(came, 38), text(came, 104), text(came, 54), text(came, 48));
    }

    private static String text(ISOMsg came, int field) {
        return came.hasField(field) ? came.getString(field) : "";
    }

    /** Sends a message as it is, and waits for what answers it. */
    Line.Came exchange(ISOMsg message) throws IOException {
        var key = key(message);
        var answer = new CompletableFuture<Line.Came>();
        if (waiting.putIfAbsent(key, answer) != null) {
            throw new IllegalStateException("the same is under way already");
        }
        try {
            connected().tell(message);
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new NoAnswerException("no answer came");
        } catch (ExecutionException broken) {
            throw new NoAnswerException("the connection broke");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("stopped");
        } finally {
            waiting.remove(key, answer);
        }
    }

    /** Class and trace number, which an answer has in common with its request. */
    private static String key(ISOMsg message) {
        try {
            return message.getMTI().substring(0, 2) + " " + message.getString(11);
        } catch (ISOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized Line connected() throws IOException {
        var before = line;
        if (before != null && before.isConnected()) {
            return before;
        }
        var fresh = new Line(host, port, tls);
        fresh.reach();
        line = fresh;
        Thread.ofVirtual().name("terminal " + terminal).start(() -> listen(fresh));
        return fresh;
    }

    private void listen(Line from) {
        String why;
        try {
            while (true) {
                var came = (Line.Came) from.receive();
                var answer = waiting.get(key(came));
                if (answer != null) {
                    answer.complete(came);
                }
            }
        } catch (IOException | ISOException | RuntimeException ended) {
            why = String.valueOf(ended.getMessage());
        }
        var broken = new IOException(why);
        waiting.values().forEach(answer -> answer.completeExceptionally(broken));
        hangUp(from);
    }

    private static void hangUp(Line line) {
        try {
            line.disconnect();
        } catch (IOException gone) {
            // It is not there any more, which is what was wanted.
            line.setUsable(false);
        }
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            hangUp(line);
        }
    }
}
