package org.homeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SharedFlushTest {
    @Test
    void aFailedFlushEndsTheNodeAndIsNeverForgotten() {
        var ended = new ConcurrentLinkedQueue<DurabilityLostException>();
        var flushes = new AtomicInteger();
        var flush = new SharedFlush(
                () -> {
                    if (flushes.incrementAndGet() == 2) {
                        throw new IllegalStateException("disk full");
                    }
                },
                ended::add);
        flush.await();
        assertThatThrownBy(flush::await)
                .isInstanceOf(DurabilityLostException.class)
                .hasRootCauseMessage("disk full");
        assertThatThrownBy(flush::await).isInstanceOf(DurabilityLostException.class);
        assertThat(flushes).as("the disk is not asked again: it might say yes").hasValue(2);
        assertThat(ended).hasSize(1);
    }

    @Test
    void everybodyWhoWaitsHearsOfTheFailure() throws Exception {
        var disk = new Disk();
        var flush = new SharedFlush(disk, lost -> {});
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(flush::await, callers);
            disk.started.await();
            var second = waiting(flush::await);
            disk.fails = true;
            disk.mayFinish.countDown();
            assertThatThrownBy(first::get).hasCauseInstanceOf(DurabilityLostException.class);
            assertThatThrownBy(second::get).hasCauseInstanceOf(DurabilityLostException.class);
        }
    }

    @Test
    void aNewcomerWaitsForAFlushThatBeganAfterItAndSharesIt() throws Exception {
        var disk = new Disk();
        var flush = new SharedFlush(disk, lost -> {});
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(flush::await, callers);
            disk.started.await();
            var newcomers = new ConcurrentLinkedQueue<CompletableFuture<Void>>();
            for (int i = 0; i < 5; i++) {
                newcomers.add(waiting(flush::await));
            }
            assertThat(disk.flushes).hasValue(1);
            disk.mayFinish.countDown();
            first.get();
            for (var newcomer : newcomers) {
                newcomer.get();
            }
            assertThat(disk.flushes).as("one for the first, one for all others").hasValue(2);
        }
    }

    @Test
    void aReaderWaitsForAWriteThatItMayHaveSeenAndForNoOther() throws Exception {
        var disk = new Disk();
        var flush = new SharedFlush(disk, lost -> {});
        flush.awaitSeen();
        assertThat(disk.flushes).hasValue(0);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = CompletableFuture.supplyAsync(() -> flush.durably(() -> "written"), callers);
            disk.started.await();
            var reader = waiting(flush::awaitSeen);
            assertThat(reader).isNotDone();
            disk.mayFinish.countDown();
            assertThat(writer.get()).isEqualTo("written");
            reader.get();
        }
        int flushes = disk.flushes.get();
        flush.awaitSeen();
        assertThat(disk.flushes).hasValue(flushes);
    }

    @Test
    void aWriteThatWasUndoneHoldsNobodyUp() {
        var disk = new Disk();
        var flush = new SharedFlush(disk, lost -> {});
        assertThatThrownBy(() -> flush.durably(() -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        flush.awaitSeen();
        assertThat(disk.flushes).hasValue(0);
    }

    @Test
    void whatWasSeenOfALostWriteIsNeverTold() {
        var flush = new SharedFlush(
                () -> {
                    throw new IllegalStateException("disk full");
                },
                lost -> {});
        assertThatThrownBy(() -> flush.durably(() -> "written")).isInstanceOf(DurabilityLostException.class);
        assertThatThrownBy(flush::awaitSeen).isInstanceOf(DurabilityLostException.class);
    }

    /** A caller that is known to wait inside {@link SharedFlush} when this returns. */
    private static CompletableFuture<Void> waiting(Runnable wait) {
        var done = new CompletableFuture<Void>();
        var caller = Thread.ofPlatform().daemon().start(() -> {
            try {
                wait.run();
                done.complete(null);
            } catch (DurabilityLostException lost) {
                done.completeExceptionally(lost);
            }
        });
        while (caller.getState() != Thread.State.WAITING) {
            LockSupport.parkNanos(100_000);
        }
        return done;
    }

    /** A disk whose first flush takes as long as the test wants. */
    private static final class Disk implements Runnable {
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch mayFinish = new CountDownLatch(1);
        private final AtomicInteger flushes = new AtomicInteger();
        private volatile boolean fails;

        @Override
        public void run() {
            flushes.incrementAndGet();
            started.countDown();
            try {
                mayFinish.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (fails) {
                throw new IllegalStateException("disk full");
            }
        }
    }
}
