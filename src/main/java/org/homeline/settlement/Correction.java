package org.homeline.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a {@link Discrepancy} is put right: always by another journal. */
public enum Correction {
    /** The bank has done it: an instruction's money is posted, a line or payment settles the net position. */
    SETTLE,
    /** The bank has not done it: the instruction's money is free again, a payment is owed again, a kept amount is offered once more. */
    GIVE_BACK,
    /** The bank has undone what it had done: so do the customer's wallet and the product that gave the instruction. */
    RETURN,
    /** The operator bears the difference, or keeps it. */
    WRITE_OFF,
    /** The difference waits in an account of its own until it is known whose it is; then it is resolved once more. */
    SUSPENSE,
    /** Nobody is found whose it is: it is held for the state. */
    UNCLAIMED,
    /** Nothing moves here: the bank puts its own books right, or they agree all the same. */
    ACCEPT;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Correction> find(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** Whether it told a customer, or a bank's money is settled by it: nothing else can take its place afterwards. */
    boolean isFinal() {
        return switch (this) {
            case SETTLE, GIVE_BACK, RETURN, UNCLAIMED -> true;
            case WRITE_OFF, SUSPENSE, ACCEPT -> false;
        };
    }

    /** Those that can put such a thing right. */
    public static List<Correction> of(Discrepancy.Kind kind) {
        return switch (kind) {
            case UNRESOLVED -> List.of(SETTLE, GIVE_BACK);
            case UNRETURNED -> List.of(GIVE_BACK, UNCLAIMED);
            case MISSING_AT_BANK, UNKNOWN_TO_US, DIFFERENT_AMOUNT, DIFFERENT_STATUS ->
                List.of(RETURN, WRITE_OFF, SUSPENSE, ACCEPT);
            case UNMATCHED_LINE -> List.of(SETTLE, RETURN, WRITE_OFF, SUSPENSE, ACCEPT);
            case PAYMENT -> List.of(SETTLE, ACCEPT);
            case UNSHOWN_PAYMENT -> List.of(GIVE_BACK, WRITE_OFF, SUSPENSE, ACCEPT);
        };
    }
}
