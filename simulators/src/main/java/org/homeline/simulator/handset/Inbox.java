package org.homeline.simulator.handset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.homeline.simulator.phone.TextMessage;

/** The texts that came, and which of them were read. Thread-safe. */
final class Inbox {
    private final List<TextMessage> all = new ArrayList<>();
    private int read;

    synchronized void add(List<TextMessage> messages) {
        all.addAll(messages);
        notifyAll();
    }

    synchronized int unread() {
        return all.size() - read;
    }

    /** Those not read yet; they are read now. */
    synchronized List<TextMessage> readNew() {
        var fresh = List.copyOf(all.subList(read, all.size()));
        read = all.size();
        return fresh;
    }

    synchronized List<TextMessage> readAll() {
        read = all.size();
        return List.copyOf(all);
    }

    /** Waits for one that is not read; false where none came in time. */
    synchronized boolean await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); all.size() == read && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return all.size() > read;
    }
}
