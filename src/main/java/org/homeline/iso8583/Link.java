package org.homeline.iso8583;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a partner that is made anew whenever it breaks, and the requests under way on it: any number at a time,
 * each matched with its answer by message class and systems trace audit number (field 11). One thread for all of them. What a
 * message means, who may sign on and what is done about silence stand above.
 *
 * <p>jPOS's channel does the connection; its QMUX does not do the matching, because it needs a space, a registrar and XML
 * around it, reconnects without backoff and unpacks inside the channel, where an unreadable message ends the connection.
 */
public final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final int TRANSMITTED = 7;
    private static final int STAN = 11;
    private static final int REFERENCE = 37;
    /** How many messages that nobody waits for may be looked at at once; more of them are dropped. */
    private static final int MOST_UNASKED = 64;

    /**
     * Where a partner is and how it is spoken to.
     *
     * @param name for logs and threads
     * @param firstPause the longest pause before the first try to connect again; it doubles with each
     * @param longestPause the longest of all
     */
    public record Settings(
            String name,
            Dialect dialect,
            Framing framing,
            String host,
            int port,
            Duration connectWithin,
            Duration firstPause,
            Duration longestPause) {}

    /**
     * Who speaks over the link. Called on threads of the link's own making, one call a thread, so that calls may overtake each
     * other: what is said of a connection that is not the newest is to be ignored.
     */
    public interface Peer {
        /**
         * A new connection stands.
         *
         * @param connection its number, greater than those before
         */
        void connected(long connection);

        /**
         * The connection is gone, or none could be made.
         *
         * @param connection the newest that was tried
         */
        void lost(long connection, String why);

        /** A request of the partner's, or an answer that nobody waits for any more. */
        void unasked(Received received);

        /** Bytes that are no message; a request among them was answered with 30 already. */
        void unreadable(UnreadableMessageException what);
    }

    /** A request that waits, and how it goes on. */
    private record Waiting(Message request, CompletableFuture<Reply> reply) {
        /**
         * Whether this is its answer, and not that of another day's request with the same trace number: what the answer
         * repeats of time (field 7) and reference (field 37) must be the request's, and it repeats one of them.
         */
        boolean isAnsweredBy(Message answer) {
            boolean any = false;
            for (int field : new int[] {TRANSMITTED, REFERENCE}) {
                var asked = request.text(field).map(String::strip);
                var repeated = answer.text(field).map(String::strip);
                if (asked.isPresent() && repeated.isPresent()) {
                    if (!asked.equals(repeated)) {
                        return false;
                    }
                    any = true;
                }
            }
            return any || !(request.has(TRANSMITTED) || request.has(REFERENCE));
        }
    }

    /** A request under way, by what its answer has in common with it. */
    private record Pending(String exchange, String stan) {
        /**
         * Version and class, and the function made that of the request: 0210 answers 0200, and 0221 repeats 0220. Origin and
         * repetition, the last digit, do not count.
         */
        static @Nullable Pending of(Message message) {
            var stan = message.text(STAN);
            if (stan.isEmpty()) {
                return null;
            }
            int function = message.mti().charAt(2) - '0';
            return new Pending(message.mti().substring(0, 2) + (function - function % 2), stan.get());
        }
    }

    private final Settings settings;
    private final Peer peer;
    private final RandomGenerator random;
    private final FrameChannel channel;
    private final Map<Pending, Waiting> pending = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore unasked = new Semaphore(MOST_UNASKED);
    private volatile boolean up;
    private volatile long connection;
    private volatile int failures;
    /** Why this side ended the connection itself; empty where it did not. */
    private volatile String dropped = "";
    /** What came last, where it could not be read. */
    private volatile @Nullable UnreadableMessageException unreadable;

    /** Does nothing until it is opened. */
    public Link(Settings settings, Peer peer, RandomGenerator random) {
        this.settings = settings;
        this.peer = peer;
        this.random = random;
        this.channel = new FrameChannel(settings.framing(), settings.host(), settings.port(), settings.connectWithin());
    }

    /** Connects, and goes on trying until it is closed. */
    public void open() {
        Thread.ofVirtual().name("link " + settings.name()).start(this::run);
    }

    public boolean isUp() {
        return up;
    }

    /** Why what came last could not be read, on this connection or one before; empty where it could. */
    public Optional<UnreadableMessageException> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    public Dialect dialect() {
        return settings.dialect();
    }

    /**
     * Sends a request or an advice; the future is done with what became of it, at the latest when the time is over.
     *
     * @param message with a trace number that no other request under way has
     * @param packed the message as the dialect packs it, with its code
     */
    public CompletableFuture<Reply> ask(Message message, byte[] packed, Duration within) {
        var key = Pending.of(message);
        if (key == null) {
            throw new IllegalArgumentException("a request has a trace number");
        }
        if (!up) {
            return CompletableFuture.completedFuture(new Reply.NotSent("there is no connection"));
        }
        var answer = new CompletableFuture<Reply>();
        var waiting = new Waiting(message, answer);
        var other = pending.putIfAbsent(key, waiting);
        if (other != null) {
            return CompletableFuture.completedFuture(new Reply.NotSent("another with this trace number is under way"));
        }
        answer.completeOnTimeout(
                new Reply.Silence("no answer within " + within.toMillis() + " ms"),
                within.toMillis(),
                TimeUnit.MILLISECONDS);
        var done = answer.whenComplete((reply, failure) -> pending.remove(key, waiting));
        long over = connection;
        try {
            channel.send(new Frame(packed));
            LOG.debug("{} < {}", settings.name(), settings.dialect().describe(message));
        } catch (IOException | RuntimeException broken) {
            // Some of it may have left before it broke.
            answer.complete(new Reply.Silence("the connection broke while it was sent"));
            drop(over, "sending failed: " + broken.getMessage());
        }
        return done;
    }

    /** Sends what nobody answers: the answer to a request of the partner's. */
    public void tell(Message message, byte[] packed) {
        long over = connection;
        try {
            channel.send(new Frame(packed));
            LOG.debug("{} < {}", settings.name(), settings.dialect().describe(message));
        } catch (IOException | RuntimeException broken) {
            drop(over, "sending failed: " + broken.getMessage());
        }
    }

    /**
     * Breaks a connection, so that another is made: what is under way stays unanswered.
     *
     * @param which nothing happens where another has taken its place already
     */
    public void drop(long which, String why) {
        if (which == connection) {
            LOG.debug("link {}: connection dropped: {}", settings.name(), why);
            dropped = why;
            disconnect();
        }
    }

    /** Says that the partner serves: the next time that it does not, the pauses begin short again. */
    public void serves() {
        failures = 0;
    }

    @Override
    public void close() {
        closed.countDown();
        disconnect();
    }

    private void run() {
        while (closed.getCount() > 0) {
            String why;
            long mine = connection + 1;
            dropped = "";
            connection = mine;
            try {
                channel.connect();
                up = true;
                if (closed.getCount() == 0) {
                    // Closed while it connected: nobody else disconnects it then.
                    disconnect();
                }
                Thread.ofVirtual().start(() -> peer.connected(mine));
                why = receiveAll();
            } catch (IOException | RuntimeException broken) {
                why = Trouble.with(broken, settings.host() + ":" + settings.port());
            }
            up = false;
            disconnect();
            silence(why);
            var reason = dropped.isEmpty() ? why : dropped;
            Thread.ofVirtual().start(() -> peer.lost(mine, reason));
            pause();
        }
    }

    /** Until the connection ends, or says something after which nobody knows where the next message begins. */
    private String receiveAll() {
        try {
            while (true) {
                take((Frame) channel.receive());
            }
        } catch (Exception ended) {
            // jPOS throws IOException where it breaks, ISOException for an impossible length, and an unchecked one
            // where it
            // is closed meanwhile.
            return Trouble.with(ended, settings.host() + ":" + settings.port());
        }
    }

    private void take(Frame frame) {
        try {
            var message = settings.dialect().unpack(frame.bytes());
            unreadable = null;
            LOG.debug("{} > {}", settings.name(), settings.dialect().describe(message));
            var received = new Received(settings.dialect(), message, frame.bytes());
            var key = Pending.of(message);
            var waiting = key == null || !message.isAnswer() ? null : pending.get(key);
            if (waiting == null
                    || !waiting.isAnsweredBy(message)
                    || !waiting.reply().complete(new Reply.Answered(received))) {
                aside(() -> peer.unasked(received));
            }
        } catch (UnreadableMessageException what) {
            unreadable = what;
            LOG.warn("link {}: unreadable message: {}", settings.name(), what.getMessage());
            Unreadable.answer(what)
                    .ifPresent(answer -> tell(answer, settings.dialect().pack(answer)));
            aside(() -> peer.unreadable(what));
        }
    }

    /** What nobody waits for holds up nothing, and however much of it comes, only so much is looked at. */
    private void aside(Runnable look) {
        if (!unasked.tryAcquire()) {
            LOG.warn("link {}: more comes unasked than is looked at", settings.name());
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                look.run();
            } finally {
                unasked.release();
            }
        });
    }

    private void silence(String why) {
        pending.values()
                .forEach(waiting -> waiting.reply().complete(new Reply.Silence("the connection broke: " + why)));
    }

    private void pause() {
        long most = Math.min(
                settings.longestPause().toMillis(), settings.firstPause().toMillis() << failures);
        failures = Math.min(failures + 1, 20);
        try {
            if (closed.await(random.nextLong(most / 2, most + 1), TimeUnit.MILLISECONDS)) {
                LOG.debug("link {} is closed", settings.name());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void disconnect() {
        try {
            channel.disconnect();
        } catch (IOException | RuntimeException already) {
            LOG.debug("link {}: {}", settings.name(), already.getMessage());
        }
    }
}
