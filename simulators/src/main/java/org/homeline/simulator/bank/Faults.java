package org.homeline.simulator.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The faults that are still to come, in the order in which they were asked for. Thread-safe. */
final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Collection<Fault> more) {
        waiting.addAll(more);
    }

    synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** What befalls a request of this type; once less is then to come. */
    synchronized Optional<Fault> next(String messageType) {
        for (int i = 0; i < waiting.size(); i++) {
            var fault = waiting.get(i);
            if (fault.meets(messageType)) {
                if (fault.times() > 1) {
                    waiting.set(i, fault.times(fault.times() - 1));
                } else {
                    waiting.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
