package org.homeline.settlement.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeline.database.Lease;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.iso8583.UnreadableMessageException;
import org.homeline.settlement.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A time during which this node owns a partner's link: keeps it signed on, and tests it when it is quiet. */
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
    private volatile State state = State.CONNECTING;
    private volatile String lost = "";
    private volatile long heardNanos = System.nanoTime();

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
        this.courier = new Courier(partner, link, desk, threads, this::signOnAnew, this::test, ring);
        this.dayClose = new DayClose(partner, link, desk, threads, this::signOnAnew);
    }

    void open() {
        link.open();
    }

    State state() {
        return state;
    }

    /** Why there is no connection; empty while there is one. */
    String lost() {
        return lost;
    }

    /** Sends what is due, and looks after the link. */
    void work(Lease lease) {
        courier.giveUpQueued();
        if (state == State.SIGNED_ON) {
            courier.sendDue(lease);
            dayClose.work(lease);
            var quiet = Duration.ofNanos(System.nanoTime() - heardNanos);
            if (quiet.compareTo(partner.times().echo()) > 0) {
                heard();
                test();
            }
        }
    }

    /** A link that does not answer an echo is half open: only a new connection helps. */
    private void test() {
        var _ = network.echo()
                .whenCompleteAsync(
                        (reply, failure) -> {
                            if (reply instanceof Reply.Answered) {
                                heard();
                            } else {
                                link.drop("no answer to an echo");
                            }
                        },
                        threads);
    }

    private void heard() {
        heardNanos = System.nanoTime();
    }

    @Override
    public void connected() {
        state = State.SIGNING_ON;
        lost = "";
        heard();
        signOn();
    }

    private void signOn() {
        var _ = network.signOn()
                .exceptionally(failure -> {
                    LOG.error("link {}: signing on failed", partner.id(), failure);
                    return Optional.of("signing on failed: " + failure.getMessage());
                })
                .thenAcceptAsync(this::signedOn, threads);
    }

    private void signedOn(Optional<String> refused) {
        if (refused.isPresent()) {
            link.drop(refused.get());
        } else {
            state = State.SIGNED_ON;
            LOG.info("link {} is signed on", partner.id());
            ring.run();
        }
    }

    /** The partner has forgotten that this link signed on. */
    private synchronized void signOnAnew() {
        if (state == State.SIGNED_ON) {
            state = State.SIGNING_ON;
            signOn();
        }
    }

    @Override
    public void lost(String why) {
        state = State.CONNECTING;
        lost = why;
        LOG.info("link {} has no connection: {}", partner.id(), why);
    }

    @Override
    public void unasked(Received received) {
        heard();
        if (received.message().isAnswer()) {
            courier.late(received);
            return;
        }
        network.request(received).ifPresent(code -> {
            if (code.equals(Letters.SIGN_OFF)) {
                state = State.SIGNING_ON;
                LOG.info("link {}: the partner signed off", partner.id());
            } else if (code.equals(Letters.SIGN_ON)) {
                state = State.SIGNED_ON;
            }
        });
    }

    @Override
    public void unreadable(UnreadableMessageException what) {
        heard();
        courier.unreadable(what);
    }

    void signOff(Duration within) {
        if (state == State.SIGNED_ON) {
            network.signOff(within);
        }
    }

    /** Ends the connection; what was under way hears that no answer comes. */
    @Override
    public void close() {
        link.close();
        state = State.ELSEWHERE;
        threads.close();
    }
}
