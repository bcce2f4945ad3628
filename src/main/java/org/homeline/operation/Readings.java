package org.homeline.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was read for one attempt, so that whoever asks again (a policy, the operation, the next policy) reads nothing. Each
 * kind of reader keeps its own. What changes meanwhile is caught at the commit, and the next attempt reads anew.
 */
public final class Readings {
    private final Map<Class<?>, Object> kept = new HashMap<>();

    /** What the reader keeps, as it left it; made at the first call. */
    public <T> T of(Class<T> reader, Supplier<T> fresh) {
        return reader.cast(kept.computeIfAbsent(reader, first -> fresh.get()));
    }
}
