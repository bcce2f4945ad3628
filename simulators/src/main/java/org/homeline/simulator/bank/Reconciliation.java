package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jpos.iso.ISOMsg;

/** The totals in a 0520 and its answer: fields 74 to 77, 86 to 89 and 97. */
final class Reconciliation {
    private static final int NET = 97;
    private static final int[] NUMBERS = {74, 75, 76, 77};
    private static final int[] AMOUNTS = {86, 87, 88, 89};

    private Reconciliation() {}

    /** Which business day and currency it is about, and what Homeline makes of them. */
    record Claim(LocalDate day, Currency currency, Totals totals, long netCreditMinor) {
        boolean isInBalance(Totals own) {
            return totals.equals(own) && netCreditMinor == own.netCreditMinor();
        }
    }

    static Optional<Claim> claim(Received message, Fields fields) {
        for (int i = 0; i < NUMBERS.length; i++) {
            if (!message.text(NUMBERS[i]).matches("[0-9]{1,10}")
                    || !message.text(AMOUNTS[i]).matches("[0-9]{1,16}")) {
                return Optional.empty();
            }
        }
        var net = message.text(NET);
        var day = fields.day(message.text(15));
        var currency = Fields.currency(message.text(50));
        if (!net.matches("[CD][0-9]{1,16}") || day.isEmpty() || currency.isEmpty()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(net.substring(1));
        var totals = new Totals(sum(message, 0), sum(message, 1), sum(message, 2), sum(message, 3));
        return Optional.of(new Claim(day.get(), currency.get(), totals, net.charAt(0) == 'C' ? amount : -amount));
    }

    private static Totals.Sum sum(Received message, int which) {
        return new Totals.Sum(
                Long.parseLong(message.text(NUMBERS[which])), Long.parseLong(message.text(AMOUNTS[which])));
    }

    /** The bank's own, whatever was claimed. */
    static void write(Totals own, ISOMsg answer) {
        var sums = new Totals.Sum[] {own.credits(), own.creditReversals(), own.debits(), own.debitReversals()};
        for (int i = 0; i < sums.length; i++) {
            answer.set(NUMBERS[i], "%010d".formatted(sums[i].number()));
            answer.set(AMOUNTS[i], "%016d".formatted(sums[i].amountMinor()));
        }
        long net = own.netCreditMinor();
        answer.set(NET, (net < 0 ? "D" : "C") + "%016d".formatted(Math.abs(net)));
    }
}
