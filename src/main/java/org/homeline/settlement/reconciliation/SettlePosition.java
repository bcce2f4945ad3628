package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.NetPositions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.reconciliation.Payments.Booking;

/**
 * For the operator: books that a net position was paid, all or a part of it, by whoever owed it. Where the money comes from or
 * goes to: see {@link Payments}.
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
            permits SettlePosition.Settled,
                    SettlePosition.BeyondPosition,
                    SettlePosition.ReferenceUsed,
                    SettlePosition.BadReference,
                    SettlePosition.MoneyNotThere,
                    UnknownPartner {}

    /** @param left what Homeline still owes; negative where it is owed */
    @Serdeable
    record Settled(String partner, Money amount, String paidBy, Money left) implements Reply, Success {}

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

    SettlePosition(Partners partners, NetPositions positions, Payments payments) {
        super("settlement.settle", Input.class, Reply.class);
        this.partners = partners;
        this.positions = positions;
        this.payments = payments;
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
        boolean bankPaid = positions.booked(partner, amount.currency()).isNegative();
        var paid = bankPaid ? new Money(-amount.minor(), amount.currency()) : amount;
        var draft = attempt.draft();
        return switch (payments.book(attempt, draft, partner, paid, reference, false)) {
            case Booking.Booked booked ->
                Decision.propose(
                        new Settled(partner.id(), amount, bankPaid ? partner.name() : "Homeline", booked.left()),
                        draft);
            case Booking.BeyondPosition(Money owed) -> Decision.answer(new BeyondPosition(owed));
            case Booking.ReferenceUsed _ -> Decision.answer(new ReferenceUsed());
            case Booking.NotThere(Money there) -> Decision.answer(new MoneyNotThere(there));
        };
    }
}
