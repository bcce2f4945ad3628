package org.homeline.settlement;

import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Row;

/**
 * A message that was sent or received for an instruction, as logs may show it: what an operator looks at where it is unclear
 * what the partner did.
 *
 * @param outgoing whether Homeline sent it
 * @param text the message with what is secret masked
 */
public record InstructionMessage(UUID instruction, Instant at, boolean outgoing, String text) implements Row {}
