package org.homeline.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits.
 *
 * @param waiting how many messages
 * @param oldest when the oldest of them was written
 */
public record Backlog(long waiting, Optional<Instant> oldest) {}
