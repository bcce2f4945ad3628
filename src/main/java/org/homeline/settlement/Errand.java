package org.homeline.settlement;

import java.util.Optional;
import org.homeline.ledger.Account;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Whose an instruction is: what follows from the bank's answer. A bean of the product that gave the instruction. Its methods
 * add to the draft that posts or voids the money, so that all of it happens together and once.
 */
public interface Errand {
    /** In the instruction's row: stays the same between releases. */
    String name();

    /** Whose money it is, for operators. */
    Whose whose(Attempt attempt, Instruction instruction);

    /** @param reference what its owner was told, or reads on the bank's statement; null where that is a secret or nothing */
    record Whose(PhoneNumber customer, @Nullable String reference) {}

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

    /**
     * The bank had done it and has undone it since, perhaps days later: the customer has again what was paid out, or gives back
     * what was paid in. Once, because the instruction's row says so from then on.
     *
     * @param atBank where the books have the bank's money: what was paid out comes back from there, what was paid in goes there
     * @param notThere what to answer where the money that this takes is not there
     */
    Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere);
}
