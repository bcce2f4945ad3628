package org.homeline.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a {@link Discrepancy} is put right: always by another journal. */
public enum Correction {
    /** The bank has done it: an instruction's money is posted, a statement's line settles the net position. */
    SETTLE,
    /** The bank has not done it: the instruction's money is free again. */
    GIVE_BACK,
    /** The operator bears the difference, or keeps it. */
    WRITE_OFF,
    /** The difference waits until it is known whose it is. */
    SUSPENSE,
    /** Nothing moves here: the bank puts its own books right, or they agree all the same. */
    ACCEPT;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Correction> find(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** Those that can put such a thing right. */
    public static List<Correction> of(Discrepancy.Kind kind) {
        return switch (kind) {
            case UNRESOLVED -> List.of(SETTLE, GIVE_BACK);
            case UNRETURNED -> List.of(ACCEPT);
            case MISSING_AT_BANK, UNKNOWN_TO_US, DIFFERENT_AMOUNT, DIFFERENT_STATUS ->
                List.of(WRITE_OFF, SUSPENSE, ACCEPT);
            case UNMATCHED_LINE -> List.of(SETTLE, WRITE_OFF, SUSPENSE, ACCEPT);
        };
    }
}
