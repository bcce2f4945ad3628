package org.homeline;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens the class path, finds what is on it and reads how to log, while the command line is still being read. Whoever asks
 * first for any of it waits for all of its hundred files; those who found it keep it.
 */
final class LookAround {
    private static volatile @Nullable Thread looking;

    private LookAround() {}

    static void begin() {
        looking = Thread.ofPlatform().daemon().name("look-around").start(() -> {
            LoggerFactory.getILoggerFactory();
            ApplicationContext.builder();
        });
    }

    /** Waits for it where it was begun. Until then nothing else may log: a logger that is asked for meanwhile is no real one. */
    static void await() {
        var begun = looking;
        if (begun == null) {
            return;
        }
        try {
            begun.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
