package org.homeline.database;

import java.time.Instant;

/**
 * The right to do something alone until a time. The epoch grows with every new owner: the owner's own transactions check
 * it ({@link Leases#holds}), so that one who slept past the end and wakes does nothing.
 *
 * @param name what it is for
 * @param epoch of this owner
 * @param until when it ends unless it is renewed
 */
public record Lease(String name, long epoch, Instant until) {}
