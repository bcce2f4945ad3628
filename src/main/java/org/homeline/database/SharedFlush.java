package org.homeline.database;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One flush for all who wait. Whoever finds no flush running starts one, on behalf of everybody who asked before it
 * started; those who ask while it runs share the next. A flush already running does not count for a newcomer: it may have
 * passed the newcomer's commit.
 */
final class SharedFlush implements Durability {
    private final Runnable flush;
    private final FlushFailure failure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private long asked;
    private long done;
    private boolean running;
    private @Nullable DurabilityLostException lost;

    /** How many writes are between their beginning and the disk. */
    private final AtomicInteger underWay = new AtomicInteger();

    SharedFlush(Runnable flush, FlushFailure failure) {
        this.flush = flush;
        this.failure = failure;
    }

    @Override
    public void await() {
        lock.lock();
        try {
            long mine = ++asked;
            while (done < mine) {
                if (lost != null) {
                    throw new DurabilityLostException(lost);
                }
                if (running) {
                    flushed.awaitUninterruptibly();
                } else {
                    flushForAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where the flush fails, the write stays under way for ever: what others have seen of it is never told. */
    @Override
    public <T extends @Nullable Object> T durably(Supplier<T> write) {
        underWay.incrementAndGet();
        T written;
        try {
            written = write.get();
        } catch (RuntimeException | Error undone) {
            underWay.decrementAndGet();
            throw undone;
        }
        await();
        underWay.decrementAndGet();
        return written;
    }

    @Override
    public void awaitSeen() {
        if (underWay.get() > 0) {
            await();
        }
    }

    /** Called and left with the lock held; it is free while the disk works. */
    private void flushForAll() {
        long covered = asked;
        running = true;
        lock.unlock();
        @Nullable Throwable thrown = null;
        try {
            flush.run();
        } catch (RuntimeException | Error failed) {
            thrown = failed;
        } finally {
            lock.lock();
            running = false;
            if (thrown == null) {
                done = covered;
            } else {
                lost = new DurabilityLostException(thrown);
            }
            flushed.signalAll();
            if (lost != null) {
                failure.happened(lost);
            }
        }
    }
}
