package org.homeline.ledger;

import java.util.Optional;
import org.homeline.ledger.Ledger.State;

/** What the totals of two accounts allow to move between them: what fits into 64 bits, and what nobody overdraws. */
final class Bounds {
    private Bounds() {}

    static Optional<Refusal> overflow(Totals debit, Totals credit, long amount, boolean pending) {
        if (pending && overflows(debit.debitsPending(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_DEBITS_PENDING);
        }
        if (pending && overflows(credit.creditsPending(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_CREDITS_PENDING);
        }
        if (overflows(debit.debitsPosted(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_DEBITS_POSTED);
        }
        if (overflows(credit.creditsPosted(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_CREDITS_POSTED);
        }
        if (overflows(debit.debitsPending(), debit.debitsPosted(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_DEBITS);
        }
        if (overflows(credit.creditsPending(), credit.creditsPosted(), amount)) {
            return Optional.of(Refusal.OVERFLOWS_CREDITS);
        }
        return Optional.empty();
    }

    static Optional<Refusal> exceeds(State debit, State credit, long amount) {
        var from = debit.totals();
        if (Flag.DEBITS_MUST_NOT_EXCEED_CREDITS.in(debit.flags())
                && from.debitsPending() + from.debitsPosted() + amount > from.creditsPosted()) {
            return Optional.of(Refusal.EXCEEDS_CREDITS);
        }
        var to = credit.totals();
        if (Flag.CREDITS_MUST_NOT_EXCEED_DEBITS.in(credit.flags())
                && to.creditsPending() + to.creditsPosted() + amount > to.debitsPosted()) {
            return Optional.of(Refusal.EXCEEDS_DEBITS);
        }
        return Optional.empty();
    }

    /** All are non-negative, so a sum past 64 bits shows as negative on the way. */
    private static boolean overflows(long... parts) {
        long sum = 0;
        for (long part : parts) {
            sum += part;
            if (sum < 0) {
                return true;
            }
        }
        return false;
    }
}
