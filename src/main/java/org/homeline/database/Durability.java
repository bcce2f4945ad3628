package org.homeline.database;

/**
 * Makes what was committed survive a loss of power.
 *
 * <p>A commit that others can see is not yet durable on every database: H2 keeps committed work in memory until {@code
 * CHECKPOINT SYNC}, whatever its {@code WRITE_DELAY} says. So nothing that follows from a commit (an answer, a message, an
 * instruction) may leave the system before {@link #await} has returned, and whoever acts on what it read (a worker)
 * awaits between reading and acting.
 */
public interface Durability {
    /**
     * Returns when everything that was committed before the call is on disk. Not to be called inside a transaction.
     *
     * @throws DurabilityLostException where it could not be written; the node must stop then, because a later flush may
     *     succeed without having written what this one lost
     */
    void await();
}
