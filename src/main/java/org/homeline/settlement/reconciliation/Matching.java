package org.homeline.settlement.reconciliation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.settlement.Discrepancy;
import org.jspecify.annotations.Nullable;

/** Finds what a statement's lines are in the books, each thing once. */
final class Matching {
    /** How long a payment may take between two banks, over a weekend and a feast day. */
    static final int DAYS = 5;

    private final List<Known> left;
    private final Set<UUID> taken = new HashSet<>();

    Matching(List<Known> known) {
        this.left = new ArrayList<>(known);
    }

    /**
     * Something in the books that a line may be.
     *
     * @param amount as a line would say it: positive where money came in
     * @param reference which the line must mention; empty for a movement that has none in the books
     */
    record Known(UUID id, LocalDate day, Money amount, Optional<String> reference) {
        private boolean fits(StatementLine line) {
            return amount.equals(line.amount())
                    && days(line) <= DAYS
                    && reference.map(line::mentions).orElse(true);
        }

        private long days(StatementLine line) {
            return Math.abs(ChronoUnit.DAYS.between(day, line.booked()));
        }
    }

    /** Whether the line is what an operator says was paid. */
    static boolean isShown(@Nullable StatementLine line, Discrepancy payment) {
        return line != null
                && line.mentions(payment.theirs())
                && Math.abs(ChronoUnit.DAYS.between(line.booked(), payment.day())) <= DAYS;
    }

    /** Whether one of the lines is it. */
    boolean hasTaken(UUID id) {
        return taken.contains(id);
    }

    /** A payment that the line mentions before any movement, then the one nearest in time. */
    Optional<UUID> take(StatementLine line) {
        var found = left.stream()
                .filter(known -> known.fits(line))
                .min(Comparator.comparing((Known known) -> known.reference().isEmpty())
                        .thenComparingLong(known -> known.days(line))
                        .thenComparing(Known::id));
        found.ifPresent(known -> {
            left.remove(known);
            taken.add(known.id());
        });
        return found.map(Known::id);
    }
}
