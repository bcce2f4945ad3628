package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.jspecify.annotations.Nullable;

/** Has a linked account's bank move money into the caller's wallet, where it stays apart from cash. */
@Singleton
final class Fund extends Operation<Fund.Input, Fund.Reply> {
    /** @param account its id or last digits; null for the only one that is linked */
    @Serdeable
    record Input(WrittenAmount amount, @Nullable String account) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Fund.DebitAsked,
                    Unbanked.NoAccount,
                    Unbanked.WhichAccount,
                    Unbanked.BadAmount,
                    Unbanked.AmbiguousAmount,
                    Unbanked.NotConnected,
                    Unbanked.NotRegistered {}

    @Serdeable
    record DebitAsked(Money amount, String bankName) implements Reply {}

    private final Requests requests;
    private final Instructions instructions;

    Fund(Requests requests, Instructions instructions) {
        super("banking.fund", Input.class, Reply.class, Consent.PIN);
        this.requests = requests;
        this.instructions = instructions;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return switch (requests.read(attempt, input.amount(), input.account(), Partner.Kind.DEBIT)) {
            case Unbanked.NotRegistered stranger -> Decision.answer(stranger);
            case Unbanked.NoAccount none -> Decision.answer(none);
            case Unbanked.WhichAccount several -> Decision.answer(several);
            case Unbanked.BadAmount bad -> Decision.answer(bad);
            case Unbanked.AmbiguousAmount either -> Decision.answer(either);
            case Unbanked.NotConnected off -> Decision.answer(off);
            case Requests.Ready ready -> ask(attempt, ready);
        };
    }

    private Decision<Reply> ask(Attempt attempt, Requests.Ready ready) {
        var amount = ready.amount();
        var customer = ready.customer();
        var reference = attempt.reference();
        var draft = attempt.draft().fact("reference", reference).fact("amount", amount);
        var order = new Instructions.Order(
                ready.bank(),
                Partner.Kind.DEBIT,
                requests.details(ready.account(), reference.text()),
                amount,
                customer.wallet(amount.currency()).getLast(),
                FundErrand.NAME,
                ready.account().id());
        instructions.give(attempt, draft, order, new Refused(Refused.BUSY), Map.of());
        return Decision.propose(
                new DebitAsked(amount, ready.bankName()),
                draft,
                new Movement(Movement.Purpose.BANK_IN, null, customer.id(), amount, amount));
    }
}
