package org.homeline.terminal;

import java.util.Arrays;
import java.util.Locale;

/** What a terminal can be answered, by meaning; the code in field 39 for each stands in {@code terminals.yaml}. */
enum Response {
    APPROVED,
    /** The customer's one-time code, not the agent's PIN. */
    WRONG_CODE,
    INVALID_TRANSACTION,
    INVALID_AMOUNT,
    UNKNOWN_CUSTOMER,
    FORMAT_ERROR,
    NOT_ENOUGH,
    CODE_EXPIRED,
    WRONG_PIN,
    NOT_PERMITTED,
    /** Nobody added it, it is blocked, or it stands at another agent's. */
    TERMINAL_REFUSED,
    OVER_LIMIT,
    NOT_AUTHENTIC,
    TOO_OFTEN,
    TOO_LATE,
    PIN_LOCKED,
    DUPLICATE,
    MALFUNCTION;

    /** By its name, as rows keep it. */
    static Response find(String label) {
        return Arrays.stream(values())
                .filter(response -> response.label().equals(label))
                .findFirst()
                .orElse(MALFUNCTION);
    }

    /** As rows and {@code terminals.yaml} write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
