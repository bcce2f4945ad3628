package org.homeline.settlement.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeline.database.Lease;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.iso8583.UnreadableMessageException;
import org.homeline.settlement.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A time during which this node owns a partner's link: keeps it signed on, and tests it when it is quiet. Whatever it finds
 * out, it finds out about one connection, and says nothing about the next.
 */
final class Session implements Link.Peer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** How an operator sees a link. */
    enum State {
        /** Another node has it. */
        ELSEWHERE,
        CONNECTING,
        SIGNING_ON,
        SIGNED_ON
    }

    private final Partner partner;
    private final Link link;
    private final Network network;
    private final Courier courier;
    private final DayClose dayClose;
    private final Runnable ring;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Where a chain begins in which also what fails before anything was sent is seen. */
    private final CompletableFuture<String> started = CompletableFuture.completedFuture("");

    private final AtomicBoolean testing = new AtomicBoolean();
    private volatile State state = State.CONNECTING;
    private volatile String lost = "";
    /** Why the last sign-on came to nothing; empty since one has. */
    private volatile String refusal = "";

    private volatile long heardNanos = System.nanoTime();
    private volatile long changedNanos = System.nanoTime();
    private long connection;
    /** Whether the partner has said that it serves no more, on this connection. */
    private boolean signedOff;
    /** Whether the log has it that the partner can't be worked with, since it last could. */
    private boolean lossSaid;

    private volatile boolean closed;

    /** @param ring called when there may be something to send */
    Session(Partner partner, Partner.Address address, Desk desk, Runnable ring) {
        this.partner = partner;
        this.ring = ring;
        this.link = new Link(
                new Link.Settings(
                        partner.id(),
                        partner.dialect(),
                        partner.framing(),
                        address.host(),
                        address.port(),
                        partner.times().connect(),
                        FIRST_PAUSE,
                        partner.times().retry()),
                this,
                desk.random());
        this.network = new Network(partner, link, desk);
        this.courier =
                new Courier(partner, link, desk, threads, new Courier.Finding(this::signOnAnew, this::test, ring));
        this.dayClose = new DayClose(partner, link, desk, threads, this::signOnAnew);
    }

    void open() {
        link.open();
    }

    State state() {
        return state;
    }

    /** Why it is not signed on; empty where nothing speaks against it. What came and can't be read tells most. */
    String lost() {
        var unreadable = unreadable();
        if (!unreadable.isEmpty()) {
            return "what came can't be read: " + unreadable;
        }
        return refusal.isEmpty() ? lost : refusal;
    }

    /** Why what came last is no message; empty where it is one. */
    String unreadable() {
        return link.unreadable().map(Session::inWords).orElse("");
    }

    private static String inWords(UnreadableMessageException unreadable) {
        return unreadable.getMessage() + Network.OTHER_DIALECT;
    }

    /** Sends what is due, and looks after the link. */
    void work(Lease lease) {
        switch (state) {
            case SIGNED_ON -> {
                courier.sendDue(lease);
                dayClose.work(lease);
                if (since(heardNanos).compareTo(partner.times().echo()) > 0) {
                    heard();
                    test();
                }
            }
            case SIGNING_ON -> {
                // Two answers' time, and the partner or this node has lost the thread: begin anew.
                if (since(changedNanos).compareTo(partner.times().answer().multipliedBy(3)) > 0) {
                    change(State.SIGNING_ON);
                    link.drop(current(), "not signed on in time");
                }
            }
            case CONNECTING, ELSEWHERE -> LOG.trace("link {} has no connection", partner.id());
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** A link that does not answer an echo is half open: only a new connection helps. One echo at a time. */
    private void test() {
        if (!testing.compareAndSet(false, true)) {
            return;
        }
        long over = current();
        var _ = started.thenComposeAsync(begun -> network.echo(), threads)
                .whenCompleteAsync(
                        (reply, failure) -> {
                            testing.set(false);
                            if (reply instanceof Reply.Answered) {
                                heard();
                            } else if (reply instanceof Reply.Silence) {
                                link.drop(over, "no answer to an echo");
                            } else if (failure != null) {
                                LOG.warn("link {}: no echo could be sent", partner.id(), failure);
                            }
                        },
                        threads);
    }

    private void heard() {
        heardNanos = System.nanoTime();
    }

    private synchronized long current() {
        return connection;
    }

    private void change(State next) {
        state = next;
        changedNanos = System.nanoTime();
    }

    @Override
    public synchronized void connected(long number) {
        if (number > connection) {
            connection = number;
            signedOff = false;
            change(State.SIGNING_ON);
            lost = "";
            heard();
            signOn();
        }
    }

    private void signOn() {
        long over = connection;
        var _ = started.thenComposeAsync(begun -> network.signOn(), threads)
                .exceptionally(failure -> {
                    LOG.error("link {}: signing on failed", partner.id(), failure);
                    return Optional.of("signing on failed: " + failure.getMessage());
                })
                .thenAcceptAsync(refused -> signedOn(over, refused), threads);
    }

    private synchronized void signedOn(long over, Optional<String> refused) {
        if (refused.isPresent()) {
            if (!refused.get().equals(refusal)) {
                LOG.warn("link {} is not signed on: {}", partner.id(), refused.get());
                lossSaid = true;
            }
            refusal = refused.get();
            link.drop(over, refused.get());
        } else if (over == connection && state == State.SIGNING_ON) {
            change(State.SIGNED_ON);
            refusal = "";
            lossSaid = false;
            link.serves();
            LOG.info("link {} is signed on", partner.id());
            ring.run();
        }
    }

    /** The partner has forgotten that this link signed on. */
    private synchronized void signOnAnew() {
        if (state == State.SIGNED_ON) {
            change(State.SIGNING_ON);
            signOn();
        }
    }

    @Override
    public synchronized void lost(long number, String why) {
        if (number >= connection) {
            connection = number;
            change(State.CONNECTING);
            lost = why;
            sayLoss(why);
        }
    }

    /** Once until it is signed on again, however often that is tried in vain; not where it is closed, which nobody mends. */
    private void sayLoss(String why) {
        if (lossSaid || closed) {
            LOG.debug("link {} still has no connection: {}", partner.id(), why);
        } else {
            lossSaid = true;
            LOG.warn("link {} has no connection: {}", partner.id(), why);
        }
    }

    @Override
    public void unasked(Received received) {
        heard();
        if (received.message().isAnswer()) {
            courier.late(received);
        } else {
            network.request(received).ifPresent(this::agreed);
        }
    }

    private synchronized void agreed(String code) {
        if (code.equals(Letters.SIGN_OFF)) {
            signedOff = true;
            change(State.SIGNING_ON);
            LOG.info("link {}: the partner signed off", partner.id());
        } else if (code.equals(Letters.SIGN_ON) && signedOff) {
            // It serves again: so does this side, with a sign-on and keys of its own.
            signedOff = false;
            change(State.SIGNING_ON);
            signOn();
        }
    }

    @Override
    public void unreadable(UnreadableMessageException what) {
        heard();
        courier.unreadable(inWords(what));
    }

    void signOff(Duration within) {
        if (state == State.SIGNED_ON) {
            network.signOff(within);
        }
    }

    /** Ends the connection; what was under way hears that no answer comes. */
    @Override
    public void close() {
        closed = true;
        link.close();
        change(State.ELSEWHERE);
        threads.close();
    }
}
