package org.homeline.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeline.database.DurabilityLostException;
import org.homeline.outbox.DeliveryTable.Head;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits: one recipient's messages one after another, different recipients side by side, each on a virtual
 * thread.
 */
@Singleton
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 64;
    private static final int LOOKED_UP = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Optional<SmsSender> sender;
    private final Bell bell;
    private final Shards shards;
    private final DeliveryTable table;
    private final Postman postman;
    private final Clock clock;
    private final Pace pace;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Deque<Head> ready = new ArrayDeque<>();
    /** Recipients that have a thread; true where they were found again since it last looked. */
    private final ConcurrentMap<Head, Boolean> busy = new ConcurrentHashMap<>();

    /** Whether recipients are kept waiting for a free thread. */
    private volatile boolean crowded;

    private volatile boolean stopping;
    private @Nullable Thread dispatcher;

    Delivery(
            Optional<SmsSender> sender,
            Bell bell,
            Shards shards,
            DeliveryTable table,
            Postman postman,
            Clock clock,
            Pace pace) {
        this.sender = sender;
        this.bell = bell;
        this.shards = shards;
        this.table = table;
        this.postman = postman;
        this.clock = clock;
        this.pace = pace;
    }

    /** Starts delivering in the background; where there is no {@link SmsSender}, messages wait. */
    public synchronized void start() {
        if (!stopping && dispatcher == null && sender.isPresent()) {
            var provider = sender.get();
            dispatcher = Thread.ofVirtual().name("outbox").start(() -> run(provider));
        }
    }

    /** Stops taking up messages, lets those under way end, and leaves the shards to other nodes. */
    @PreDestroy
    synchronized void stop() throws InterruptedException {
        stopping = true;
        if (dispatcher != null) {
            bell.ring();
            dispatcher.join(STOP_WITHIN);
            dispatcher = null;
            if (free.tryAcquire(AT_ONCE, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                shards.giveUpAll();
            }
        }
    }

    private void run(SmsSender provider) {
        while (!stopping) {
            try {
                shards.renew(this::isBusy);
                dispatch(provider);
                bell.await(pace.poll());
            } catch (InterruptedException stopped) {
                return;
            } catch (DurabilityLostException lost) {
                LOG.error("delivery stops", lost);
                return;
            } catch (RuntimeException failed) {
                LOG.error("delivery goes on after", failed);
                rest();
            }
        }
    }

    /** Starts threads for recipients with something to do, as many as may run at once. */
    private void dispatch(SmsSender provider) {
        while (!stopping) {
            if (ready.isEmpty()) {
                ready.addAll(table.heads(shards.held(), LOOKED_UP));
            }
            if (!startReady(provider)) {
                return;
            }
        }
    }

    /** Whether there may be more to look up. */
    private boolean startReady(SmsSender provider) {
        boolean full = ready.size() >= LOOKED_UP;
        boolean started = false;
        while (!ready.isEmpty()) {
            crowded = true;
            if (!free.tryAcquire()) {
                return false;
            }
            crowded = false;
            var head = ready.removeFirst();
            if (busy.merge(head, false, (was, now) -> true)) {
                free.release();
            } else {
                started = true;
                Thread.ofVirtual().name("outbox-" + head.shard()).start(() -> deliver(provider, head));
            }
        }
        return full && started;
    }

    private void deliver(SmsSender provider, Head head) {
        try {
            do {
                busy.put(head, false);
                deliverAllDue(provider, head);
            } while (!stopping && !busy.remove(head, false));
        } catch (DurabilityLostException lost) {
            LOG.error("delivery stops", lost);
            stopping = true;
        } catch (RuntimeException failed) {
            busy.remove(head);
            if (!stopping) {
                LOG.error("delivery to one recipient goes on later, after", failed);
            }
        } finally {
            free.release();
            if (crowded) {
                bell.ring();
            }
        }
    }

    private void deliverAllDue(SmsSender provider, Head head) {
        while (!stopping) {
            var lease = shards.lease(head.shard(), pace.send());
            var first = table.first(head);
            if (lease.isEmpty() || first.isEmpty()) {
                return;
            }
            if (clock.instant().isBefore(first.get().due())) {
                return;
            }
            if (!postman.step(provider, lease.get(), first.get())) {
                return;
            }
        }
    }

    private boolean isBusy(int shard) {
        return busy.keySet().stream().anyMatch(head -> head.shard() == shard);
    }

    private void rest() {
        try {
            Thread.sleep(pace.poll());
        } catch (InterruptedException stopped) {
            stopping = true;
        }
    }
}
