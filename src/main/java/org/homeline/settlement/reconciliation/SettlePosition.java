package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.NetPositions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.reconciliation.Payments.Booking;
import org.joda.money.CurrencyUnit;

/**
 * For one operator: says that a net position was paid, all or a part of it, by whoever owed it. It is booked once another
 * approves. Where the money comes from or goes to: see {@link Payments}.
 */
@Singleton
final class SettlePosition extends Operation<SettlePosition.Input, SettlePosition.Reply> {
    private static final int LONGEST_REFERENCE = 60;

    /**
     * @param amount more than nothing; who paid it follows from the position
     * @param reference the payment's, as it stands on the bank's statement
     */
    @Serdeable
    record Input(String partner, Money amount, String reference) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits SettlePosition.PaymentProposed,
                    SettlePosition.NotKept,
                    SettlePosition.BeyondPosition,
                    SettlePosition.ReferenceUsed,
                    SettlePosition.BadReference,
                    SettlePosition.MoneyNotThere,
                    UnknownPartner {}

    /** @param left what Homeline still owes once it is booked; negative where it is owed */
    @Serdeable
    record PaymentProposed(UUID id, String partner, Money amount, String paidBy, Money left, String needs, String next)
            implements Reply, Success {}

    /** The bank keeps no account in the currency, only in these. */
    @Serdeable
    record NotKept(List<String> kept) implements Reply {}

    @Serdeable
    record BeyondPosition(Money owed) implements Reply {}

    @Serdeable
    record ReferenceUsed() implements Reply {}

    /** It has 1 to 60 characters. */
    @Serdeable
    record BadReference() implements Reply {}

    @Serdeable
    record MoneyNotThere(Money there) implements Reply {}

    private final Partners partners;
    private final NetPositions positions;
    private final Payments payments;
    private final Discrepancies discrepancies;

    SettlePosition(Partners partners, NetPositions positions, Payments payments, Discrepancies discrepancies) {
        super("settlement.settle", Input.class, Reply.class);
        this.partners = partners;
        this.positions = positions;
        this.payments = payments;
        this.discrepancies = discrepancies;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var reference = input.reference().strip();
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            return Decision.answer(new BadReference());
        }
        return partners.find(input.partner())
                .map(partner -> settle(partner, input.amount(), reference, attempt))
                .orElseGet(() -> Decision.answer(UnknownPartner.in(partners)));
    }

    private Decision<Reply> settle(Partner partner, Money amount, String reference, Attempt attempt) {
        if (!partner.currencies().containsKey(amount.currency())) {
            return Decision.answer(new NotKept(partner.currencies().keySet().stream()
                    .map(CurrencyUnit::getCode)
                    .toList()));
        }
        boolean bankPaid = positions.booked(partner, amount.currency()).isNegative();
        var paid = bankPaid ? new Money(-amount.minor(), amount.currency()) : amount;
        // Only to see whether it could be booked now: nothing of it is kept.
        return switch (payments.book(attempt, attempt.draft(), partner, paid, reference, false)) {
            case Booking.Booked booked ->
                propose(partner, paid, reference, bankPaid ? partner.name() : "Homeline", booked.left(), attempt);
            case Booking.BeyondPosition(Money owed) -> Decision.answer(new BeyondPosition(owed));
            case Booking.ReferenceUsed _ -> Decision.answer(new ReferenceUsed());
            case Booking.NotThere(Money there) -> Decision.answer(new MoneyNotThere(there));
        };
    }

    private Decision<Reply> propose(
            Partner partner, Money paid, String reference, String paidBy, Money left, Attempt attempt) {
        var name = String.join(" ", "payment", partner.id(), paid.currency().getCode(), reference);
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var before = discrepancies.findById(id);
        if (before.filter(Discrepancy::isOver).isPresent()) {
            return Decision.answer(new ReferenceUsed());
        }
        var by = attempt.operator().name();
        var evidence = new Discrepancy.Evidence(Discrepancy.NOTHING, reference, -paid.minor(), Correction.SETTLE);
        // What was proposed under the reference before, or turned out not to be paid, may have been a slip.
        var proposed = before.map(one -> one.shown(evidence))
                .orElseGet(() -> Discrepancy.fresh(
                        id,
                        Discrepancy.Kind.PAYMENT,
                        partner.id(),
                        partner.cutOver().day(attempt.now()),
                        paid.currency().getCode(),
                        null,
                        null,
                        null,
                        evidence,
                        attempt.now()))
                .proposed(Correction.SETTLE, "paid by " + paidBy, by, 0);
        var draft = attempt.draft()
                .write(proposed)
                .fact("exception", id)
                .fact("partner", partner.id())
                .fact("reference", reference);
        return Decision.propose(
                new PaymentProposed(
                        id,
                        partner.id(),
                        paid.abs(),
                        paidBy,
                        left,
                        ProposeCorrection.another(by),
                        ProposeCorrection.next(proposed, Correction.SETTLE)),
                draft);
    }
}
