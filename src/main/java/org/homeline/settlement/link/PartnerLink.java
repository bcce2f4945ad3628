package org.homeline.settlement.link;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.Lease;
import org.homeline.settlement.Partner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partner's link on this node: takes the lease where no other node has it, and then keeps a {@link Session} with the
 * partner and has it send what is due.
 */
final class PartnerLink {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerLink.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEW = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Partner partner;
    private final Partner.Address address;
    private final Desk desk;
    private final Semaphore rings = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable Session session;
    private volatile boolean stopping;
    private @Nullable Lease lease;
    private Instant renewAt = Instant.EPOCH;

    PartnerLink(Partner partner, Partner.Address address, Desk desk) {
        this.partner = partner;
        this.address = address;
        this.desk = desk;
        this.thread = Thread.ofVirtual().name("settle " + partner.id()).unstarted(this::run);
        desk.meters()
                .gauge(
                        "homeline.link.up",
                        Tags.of("partner", partner.id()),
                        this,
                        it -> it.state() == Session.State.SIGNED_ON ? 1 : 0);
    }

    void start() {
        thread.start();
    }

    Partner partner() {
        return partner;
    }

    /** As this node sees it. */
    Session.State state() {
        var present = session;
        return present == null ? Session.State.ELSEWHERE : present.state();
    }

    /** Why there is no connection; empty while there is one. */
    String lost() {
        var present = session;
        return present == null ? "" : present.lost();
    }

    /** Why what came last can't be read; empty where it can. */
    String unreadable() {
        var present = session;
        return present == null ? "" : present.unreadable();
    }

    /** Looks at once for what is due. */
    void ring() {
        rings.release();
    }

    private void run() {
        while (!stopping) {
            try {
                step();
                if (rings.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    rings.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (DurabilityLostException lostForEver) {
                LOG.error("link {} stops", partner.id(), lostForEver);
                return;
            } catch (RuntimeException failed) {
                LOG.error("link {} goes on after", partner.id(), failed);
                rest();
            }
        }
    }

    private void step() {
        renew();
        var mine = lease;
        var present = session;
        if (mine != null && present != null) {
            present.work(mine);
        }
    }

    /** Holds the lease while it can; without it, another node may be connected already. */
    private void renew() {
        var now = desk.clock().instant();
        if (lease != null && now.isBefore(renewAt)) {
            return;
        }
        var taken = desk.leases().take("link-" + partner.id(), LEASE);
        lease = taken.orElse(null);
        renewAt = now.plus(RENEW);
        var present = session;
        if (taken.isPresent() && present == null) {
            var fresh = new Session(partner, address, desk, this::ring);
            session = fresh;
            fresh.open();
        } else if (taken.isEmpty() && present != null) {
            LOG.warn("link {} is another node's now", partner.id());
            present.close();
            session = null;
        }
    }

    private void rest() {
        try {
            if (rings.tryAcquire(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                rings.drainPermits();
            }
        } catch (InterruptedException stopped) {
            stopping = true;
        }
    }

    /** Signs off, and leaves the link to another node. What is under way is taken up by whoever owns it next. */
    void stop() throws InterruptedException {
        stopping = true;
        ring();
        if (thread.isAlive()) {
            thread.join(STOP_WITHIN);
        }
        var present = session;
        if (present != null) {
            present.signOff(STOP_WITHIN);
            present.close();
            session = null;
        }
        var mine = lease;
        if (mine != null) {
            desk.leases().release(mine);
        }
    }
}
