package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Refused;
import org.homeline.settlement.NetPositions;
import org.homeline.settlement.Partner;

/**
 * Books what was paid to a bank or by it against the net position. What the bank pays is customers' money, taken from accounts
 * there, and goes into the safeguarding account. What Homeline pays comes from the safeguarding account as far as that has it:
 * wallets' money, for customers who sent it to their banks. Beyond that it was never customers' money here, but was bought for
 * them and is prefunded, and comes from there.
 */
@Singleton
final class Payments {
    private final NetPositions positions;
    private final Transactions transactions;
    private final Books books;

    Payments(NetPositions positions, Transactions transactions, Books books) {
        this.positions = positions;
        this.transactions = transactions;
        this.books = books;
    }

    /** What came of it. */
    sealed interface Booking {
        /**
         * It is in the draft.
         *
         * @param safeguarded what of it went over the safeguarding account, positive where Homeline paid
         */
        record Booked(UUID payment, Money left, Money safeguarded) implements Booking {}

        /** So much is not owed in that direction. */
        record BeyondPosition(Money owed) implements Booking {}

        record ReferenceUsed() implements Booking {}

        /** So much is in no account that it could have come from. */
        record NotThere(Money there) implements Booking {}
    }

    /**
     * Adds the payment to the draft.
     *
     * @param paid positive where Homeline paid, negative where the bank did
     * @param reference the bank's
     * @param safeguardingOnly whether it is known to have gone over the safeguarding account
     */
    Booking book(
            Attempt attempt, Draft draft, Partner partner, Money paid, String reference, boolean safeguardingOnly) {
        var owed = positions.booked(partner, paid.currency());
        if (paid.isZero()
                || Long.signum(paid.minor()) != Long.signum(owed.minor())
                || paid.abs().compareTo(owed.abs()) > 0) {
            return new Booking.BeyondPosition(owed);
        }
        var before = before(partner, paid, reference);
        if (before.used()) {
            return new Booking.ReferenceUsed();
        }
        var prefunded = Money.zero(paid.currency());
        var settlement = partner.settlement(paid.currency());
        var safeguarding = Account.ofOperator(AccountCode.SAFEGUARDING, paid.currency());
        if (paid.isNegative()) {
            draft.move(safeguarding, settlement, paid.abs(), TransferCode.SETTLE);
        } else {
            var prefunding = Account.ofOperator(AccountCode.PREFUNDING, paid.currency());
            var totals = books.totals(List.of(safeguarding, prefunding));
            long safe = safeguardingOnly
                    ? paid.minor()
                    : Math.max(0, -totals.getFirst().balance());
            long placed = -totals.getLast().balance() - totals.getLast().creditsPending();
            var first = new Money(Math.min(paid.minor(), safe), paid.currency());
            var rest = paid.minus(first);
            if (rest.minor() > placed) {
                return new Booking.NotThere(new Money(safe + Math.max(0, placed), paid.currency()));
            }
            var meanwhile = Map.of(Refusal.EXCEEDS_DEBITS, (org.homeline.operation.Outcome) new Refused(Refused.BUSY));
            prefunded = rest;
            draft.move(settlement, safeguarding, first, TransferCode.SETTLE)
                    .move(settlement, prefunding, rest, TransferCode.SETTLE, meanwhile);
            if (!safeguardingOnly && first.isPositive()) {
                // Two banks may be paid at once, each with what both have seen there.
                draft.guard(
                        new Guard.BalanceAtMost("safeguarded", List.of(safeguarding), 0), new Refused(Refused.BUSY));
            }
        }
        var id = attempt.ids().next();
        draft.write(new Payment(
                        partner.id(),
                        paid.currency().getCode(),
                        before.number() + 1,
                        id,
                        paid.minor(),
                        prefunded.minor(),
                        reference,
                        attempt.now()))
                .fact("partner", partner.id())
                .fact("reference", reference);
        return new Booking.Booked(id, owed.minus(paid), paid.minus(prefunded));
    }

    /** @param number of the last payment; 0 before the first */
    private record Before(int number, boolean used) {}

    private Before before(Partner partner, Money paid, String reference) {
        return transactions.read(connection -> new Before(
                number(
                        connection,
                        "select coalesce(max(number), 0) from settlement_payment where partner = ? and currency = ?",
                        partner.id(),
                        paid.currency().getCode()),
                number(
                                connection,
                                "select count(*) from settlement_payment where partner = ? and reference = ?",
                                partner.id(),
                                reference)
                        > 0));
    }

    private static int number(Connection connection, String statement, String first, String second)
            throws SQLException {
        try (var select = connection.prepareStatement(statement)) {
            select.setString(1, first);
            select.setString(2, second);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
