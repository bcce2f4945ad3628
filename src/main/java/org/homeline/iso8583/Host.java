package org.homeline.iso8583;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOServerClientDisconnectEvent;
import org.jpos.iso.ISOSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections of those who send requests: agents' terminals. A thread a connection reads; each message is answered on a
 * virtual thread of its own, so that a slow one holds up nobody, and so many a connection that nobody floods us. What can't be
 * read is answered with 30 where it can be, and its connection lives on; a length that is none ends it, because nobody knows
 * where the next message begins.
 */
public final class Host implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    /** Of one connection; while so many are answered, no more of it is read. */
    private static final int UNDER_WAY = 64;
    /** For those under way when it closes. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    /**
     * Where it listens and how it is spoken to.
     *
     * @param name for logs and threads
     * @param port 0 for a free one
     * @param idle after which a connection on which nothing came is closed
     * @param mostConnections at once; another is refused while there are so many
     * @param tls empty for plain connections
     */
    public record Settings(
            String name,
            Dialect dialect,
            Framing framing,
            InetAddress address,
            int port,
            Duration idle,
            int mostConnections,
            Optional<Tls> tls) {}

    /** Who answers. Called on a virtual thread a message. */
    @FunctionalInterface
    public interface Desk {
        /** The answer as the dialect packs it; empty for none. */
        Optional<byte[]> answer(Received received);

        /** Bytes came that are no message; a request among them was answered with 30 already. */
        default void unreadable(UnreadableMessageException what) {
            LOG.debug("unreadable: {}", what.getMessage());
        }
    }

    private final Settings settings;
    private final Desk desk;
    private final Door door;
    private final ISOServer server;
    private final Map<ISOSource, Semaphore> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    private Host(Settings settings, Desk desk, Door door) {
        this.settings = settings;
        this.desk = desk;
        this.door = door;
        var pattern = new FrameChannel(settings.framing());
        pattern.waitAtMost(settings.idle());
        this.server = new ISOServer(door.port(), pattern, settings.mostConnections());
        server.setSocketFactory(door);
        server.addISORequestListener((source, message) -> take((FrameChannel) source, (Frame) message));
        server.addServerEventListener(event -> {
            if (event instanceof ISOServerClientDisconnectEvent gone) {
                rooms.remove(gone.getISOChannel());
            }
        });
    }

    /**
     * Listens from now on.
     *
     * @throws IOException where the address or port can't be had
     */
    public static Host open(Settings settings, Desk desk) throws IOException {
        var door = new Door(settings);
        try {
            var host = new Host(settings, desk, door);
            host.start();
            return host;
        } catch (ConfigurationException | RuntimeException failed) {
            door.close();
            throw new IOException("the host " + settings.name() + " can't be opened", failed);
        }
    }

    /** jPOS takes no connection before it is configured. */
    private void start() throws ConfigurationException {
        var configuration = new SimpleConfiguration();
        configuration.put("virtual-threads", "true");
        server.setConfiguration(configuration);
        Thread.ofVirtual().name("host " + settings.name()).start(() -> {
            try {
                server.run();
            } finally {
                ended.countDown();
            }
        });
    }

    /** The one that it listens on. */
    public int port() {
        return door.port();
    }

    /** How many there are now. */
    public int connections() {
        return server.getActiveConnections();
    }

    /** On the connection's own thread: while there is no room, it reads no more. */
    private boolean take(FrameChannel channel, Frame frame) {
        var room = rooms.computeIfAbsent(channel, first -> new Semaphore(UNDER_WAY));
        room.acquireUninterruptibly();
        underWay.incrementAndGet();
        if (closing) {
            done(room);
            return true;
        }
        Thread.ofVirtual().name(settings.name() + " message").start(() -> {
            try {
                answer(channel, frame);
            } finally {
                done(room);
            }
        });
        return true;
    }

    private void done(Semaphore room) {
        underWay.decrementAndGet();
        room.release();
    }

    private void answer(FrameChannel channel, Frame frame) {
        try {
            var answer = answer(frame);
            if (answer.isPresent()) {
                channel.answer(frame, new Frame(answer.get()));
            }
        } catch (IOException gone) {
            // Whoever gets no answer asks again, or takes back.
            LOG.info("host {}: an answer could not be sent: {}", settings.name(), gone.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("host {}: a message was not answered", settings.name(), failed);
        }
    }

    private Optional<byte[]> answer(Frame frame) {
        var dialect = settings.dialect();
        try {
            var message = dialect.unpack(frame.bytes());
            var received = new Received(dialect, message, frame.bytes());
            LOG.debug("{} > {}", settings.name(), dialect.describe(message));
            return message.isAnswer() ? Optional.empty() : desk.answer(received);
        } catch (UnreadableMessageException unreadable) {
            LOG.warn("host {}: unreadable message: {}", settings.name(), unreadable.getMessage());
            desk.unreadable(unreadable);
            return Unreadable.answer(unreadable).map(dialect::pack);
        }
    }

    /** Takes no more, lets those under way finish for some seconds, ends the connections. */
    @Override
    public void close() {
        closing = true;
        long until = System.nanoTime() + GRACE.toNanos();
        while (underWay.get() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        // First jPOS: it takes its socket's end for a fault unless it knows that it shall end.
        server.shutdown();
        door.close();
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("host {} did not end in time", settings.name());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
