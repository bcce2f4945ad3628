package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rung when an instruction was committed: wakes whoever sends them on this node. Others find it when they look. */
@Singleton
public final class Bell {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener returns at once */
    public void onRing(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns at once. */
    public void ring() {
        listeners.forEach(Runnable::run);
    }
}
