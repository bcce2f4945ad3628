package org.homeline.simulator.terminal;

import java.util.Optional;

/**
 * What the host answered.
 *
 * @param code field 39
 * @param approval field 38; empty for none
 * @param said field 104, for the agent to read; empty for none
 * @param amounts field 54; empty for none
 * @param lines field 48; empty for none
 */
public record Answer(String code, String approval, String said, String amounts, String lines) {
    private static final int AMOUNT = 20;
    private static final String FLOAT = "0002";
    private static final String COMMISSION = "1001";

    public boolean isApproved() {
        return code.equals("00");
    }

    /** What the agent can hand on, in minor units. */
    public Optional<Long> inFloat() {
        return amount(FLOAT);
    }

    /** What the agent has earned. */
    public Optional<Long> commission() {
        return amount(COMMISSION);
    }

    /** By the kinds of account and amount. */
    private Optional<Long> amount(String kinds) {
        for (int at = 0; at + AMOUNT <= amounts.length(); at += AMOUNT) {
            var one = amounts.substring(at, at + AMOUNT);
            if (one.startsWith(kinds)) {
                long minor = Long.parseLong(one.substring(8));
                return Optional.of(one.charAt(7) == 'D' ? -minor : minor);
            }
        }
        return Optional.empty();
    }
}
