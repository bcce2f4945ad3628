package org.homeline.configuration;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that was read, or met problems which are kept: so that those of the other parts are found as well before
 * they are raised all together.
 */
public final class Part<T> {
    private final Problems problems;
    private final @Nullable T read;

    Part(Problems problems, @Nullable T read) {
        this.problems = problems;
        this.read = read;
    }

    /** Only behind {@link Problems#raise}: a part with a problem has no value. */
    public T get() {
        return Objects.requireNonNull(read, "the problems were not raised");
    }

    /** A part that rests on this one: where this one met a problem, the other is not looked at. */
    public <U> Part<U> then(Function<T, U> step) {
        T value = read;
        return value == null ? new Part<>(problems, null) : problems.part(() -> step.apply(value));
    }
}
