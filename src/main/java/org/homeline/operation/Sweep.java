package org.homeline.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeline.database.DurabilityLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the Teller end everything whose time is over, page by page. One that fails holds up none behind it: it is logged and
 * counted ({@code homeline.sweep.failed}, by chore), and the next run tries it again.
 */
@Singleton
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final BeanProvider<Teller> teller;
    private final MeterRegistry meters;

    Sweep(BeanProvider<Teller> teller, MeterRegistry meters) {
        this.teller = teller;
        this.meters = meters;
    }

    /** What is over, by the time at which it was, then by its id. */
    public record Over(Instant expires, UUID id) {
        private static final Over FIRST = new Over(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * How one of them is ended.
     *
     * @param key the idempotency key: what can be over more than once needs one for each time
     */
    public record Task(String operation, Function<Over, String> key, Function<UUID, Record> input) {
        /** For what is over once. */
        public Task(String operation, String keyPrefix, Function<UUID, Record> input) {
            this(operation, over -> keyPrefix + over.id(), input);
        }
    }

    /**
     * @param chore in whose name
     * @param pages the page that follows what it is given, in order; empty where nothing does
     */
    public void run(String chore, Function<Over, List<Over>> pages, Task task) {
        var last = Over.FIRST;
        for (var page = pages.apply(last); !page.isEmpty(); page = pages.apply(last)) {
            page.forEach(over -> end(chore, over, task));
            last = page.getLast();
        }
    }

    private void end(String chore, Over over, Task task) {
        var id = over.id();
        try {
            var outcome = teller.get()
                    .perform(
                            task.operation(),
                            task.input().apply(id),
                            new Actor.Worker(chore),
                            task.key().apply(over),
                            null);
            if (outcome instanceof Refused) {
                LOG.warn("{} could not end {}: {}", chore, id, outcome);
                count(chore);
            }
        } catch (DurabilityLostException stops) {
            throw stops;
        } catch (RuntimeException failure) {
            LOG.error("{} could not end {}: {}", chore, id, failure.toString());
            count(chore);
        }
    }

    private void count(String chore) {
        meters.counter("homeline.sweep.failed", "chore", chore).increment();
    }
}
