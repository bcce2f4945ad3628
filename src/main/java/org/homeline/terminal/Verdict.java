package org.homeline.terminal;

import java.util.List;
import org.homeline.money.Money;

/**
 * What a terminal is told came of its message.
 *
 * @param said a short text for the agent, in the agent's language (field 104); empty for none
 * @param reference of the dealing, of which the first six characters are the approval code (field 38); empty for none
 * @param balances what there is now, for field 54
 * @param lines further text, for field 48; empty for none
 */
record Verdict(Response response, String said, String reference, List<Balance> balances, String lines) {
    /** An amount in field 54. */
    record Balance(Of of, Money money) {
        /** The kinds of account and of amount, two digits each, as field 54 has them. */
        enum Of {
            /** What the agent can hand on: the default account's available balance. */
            FLOAT("0002"),
            /** What the agent has earned: a savings account's ledger balance. */
            COMMISSION("1001");

            private final String types;

            Of(String types) {
                this.types = types;
            }
        }

        /** Types, currency, C or D, and twelve digits. */
        String written() {
            return "%s%s%s%012d"
                    .formatted(
                            of.types,
                            money.currency().getNumeric3Code(),
                            money.isNegative() ? "D" : "C",
                            money.abs().minor());
        }
    }

    static Verdict of(Response response) {
        return of(response, "");
    }

    static Verdict of(Response response, String said) {
        return new Verdict(response, said, "", List.of(), "");
    }

    boolean isApproved() {
        return response == Response.APPROVED;
    }
}
