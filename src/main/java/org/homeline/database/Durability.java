package org.homeline.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was committed survive a loss of power.
 *
 * <p>A commit that others can see is not yet durable on every database: H2 keeps committed work in memory until {@code
 * CHECKPOINT SYNC}, whatever its {@code WRITE_DELAY} says. So nothing that follows from a commit (an answer, a message, an
 * instruction) may leave the system before {@link #await} has returned, and whoever acts on what it read (a worker)
 * awaits between reading and acting.
 *
 * <p>What is written by {@link #durably} may be seen by others before it is on disk. Whoever answers from a reading calls
 * {@link #awaitSeen} in between, so that nobody is told what a crash would take back.
 */
public interface Durability {
    /**
     * Returns when everything that was committed before the call is on disk. Not to be called inside a transaction.
     *
     * @throws DurabilityLostException where it could not be written; the node must stop then, because a later flush may
     *     succeed without having written what this one lost
     */
    void await();

    /**
     * Runs a write and returns when what it committed is on disk.
     *
     * @throws DurabilityLostException as {@link #await}
     */
    default <T extends @Nullable Object> T durably(Supplier<T> write) {
        var written = write.get();
        await();
        return written;
    }

    /**
     * Returns when all that a reading before this call may have seen of any {@link #durably} is on disk: at once where no
     * such write is under way, and where commits show themselves no earlier than they are durable.
     *
     * @throws DurabilityLostException as {@link #await}
     */
    default void awaitSeen() {}
}
