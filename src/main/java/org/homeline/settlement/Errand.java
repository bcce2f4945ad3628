package org.homeline.settlement;

import java.util.Optional;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;

/**
 * Whose an instruction is: what follows from the bank's answer. A bean of the product that gave the instruction. Both methods
 * add to the draft that posts or voids the money, so that all of it happens together and once.
 */
public interface Errand {
    /** In the instruction's row: stays the same between releases. */
    String name();

    /**
     * The bank has done it: the money is where it should go.
     *
     * @return what moves, for the policies
     */
    Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction);

    /**
     * The bank has not done it, or has undone it: the money is where it was.
     *
     * @param why never {@link Partner.Meaning#APPROVED}
     */
    Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why);
}
