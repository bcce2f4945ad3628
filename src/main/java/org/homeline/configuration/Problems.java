package org.homeline.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong, so that an operator mends a file once and not line after line. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Runs the step for every item; a problem in one does not hide those of the next. */
    public <T> void each(Iterable<T> items, Consumer<T> step) {
        for (T item : items) {
            attempt(() -> step.accept(item));
        }
    }

    public void attempt(Runnable step) {
        attempt(() -> {
            step.run();
            return null;
        });
    }

    /** What the step reads, or null where it met a problem, which is kept. */
    public <T extends @Nullable Object> @Nullable T attempt(Supplier<T> step) {
        try {
            return step.get();
        } catch (ConfigurationException problem) {
            found.addAll(problem.problems());
            return null;
        }
    }

    /** What the step reads, or the other value where it met a problem, which is kept and raised later. */
    public <T> T attempt(Supplier<T> step, T otherwise) {
        T read = attempt(step);
        return read == null ? otherwise : read;
    }

    /** What the step reads, once {@link #raise} has let it pass. */
    public <T> Part<T> part(Supplier<T> step) {
        return new Part<>(this, attempt(step));
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** @throws ConfigurationException with all that was gathered, if anything was */
    public void raise() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
