package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customers;
import org.homeline.customer.Wallets;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
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

/** Takes money from the caller's wallet to a linked account. */
@Singleton
final class Withdraw extends Operation<Withdraw.Input, Withdraw.Reply> {
    /** @param account its id or last digits; null for the only one that is linked */
    @Serdeable
    record Input(WrittenAmount amount, @Nullable String account) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Withdraw.CreditAsked,
                    Withdraw.NotEnough,
                    Withdraw.BankFull,
                    Unbanked.NoAccount,
                    Unbanked.WhichAccount,
                    Unbanked.BadAmount,
                    Unbanked.AmbiguousAmount,
                    Unbanked.NotConnected,
                    Unbanked.NotRegistered {}

    @Serdeable
    record CreditAsked(Money amount, String bankName, String reference) implements Reply {}

    @Serdeable
    record NotEnough(Money available) implements Reply {}

    /** Homeline owes the bank as much as it may until that is settled. */
    @Serdeable
    record BankFull(String bankName) implements Reply {}

    private final Requests requests;
    private final Customers customers;
    private final Wallets wallets;
    private final Instructions instructions;

    Withdraw(Requests requests, Customers customers, Wallets wallets, Instructions instructions) {
        super("banking.withdraw", Input.class, Reply.class, Consent.PIN);
        this.requests = requests;
        this.customers = customers;
        this.wallets = wallets;
        this.instructions = instructions;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return switch (requests.read(attempt, input.amount(), input.account(), Partner.Kind.CREDIT)) {
            case Unbanked.NotRegistered stranger -> Decision.answer(stranger);
            case Unbanked.NoAccount none -> Decision.answer(none);
            case Unbanked.WhichAccount several -> Decision.answer(several);
            case Unbanked.BadAmount bad -> Decision.answer(bad);
            case Unbanked.AmbiguousAmount either -> Decision.answer(either);
            case Unbanked.NotConnected off -> Decision.answer(off);
            case Requests.Ready ready ->
                wallets.spend(ready.customer(), ready.amount())
                        .map(parts -> send(attempt, ready, parts))
                        .orElseGet(() -> Decision.answer(new NotEnough(customers.available(ready.customer()))));
        };
    }

    private Decision<Reply> send(Attempt attempt, Requests.Ready ready, List<Wallets.Part> parts) {
        var amount = ready.amount();
        var customer = ready.customer();
        var reference = attempt.reference();
        var cash = parts.stream()
                .filter(part -> part.account().code() == AccountCode.WALLET_CASH)
                .map(Wallets.Part::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
        var withdrawal = new BankWithdrawal(
                attempt.ids().next(),
                customer.id(),
                ready.account().id(),
                cash.minor(),
                amount.minus(cash).minor(),
                amount.currency().getCode(),
                BankWithdrawal.SENT,
                reference.text(),
                attempt.now(),
                0);
        var draft = attempt.draft().fact("reference", reference).fact("amount", amount);
        parts.forEach(part -> draft.move(
                part.account(),
                withdrawal.holding(),
                part.amount(),
                TransferCode.BANK_OUT,
                Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY))));
        var order = new Instructions.Order(
                ready.bank(),
                Partner.Kind.CREDIT,
                requests.details(ready.account(), reference.text()),
                amount,
                withdrawal.holding(),
                WithdrawErrand.NAME,
                withdrawal.id());
        instructions.give(attempt, draft, order, new BankFull(ready.bankName()), Map.of());
        draft.write(withdrawal)
                .write(Activity.out(attempt, customer.id(), reference, What.BANK_OUT, amount, ready.bankName()));
        return Decision.propose(
                new CreditAsked(amount, ready.bankName(), reference.text()),
                draft,
                new Movement(Movement.Purpose.BANK_OUT, customer.id(), null, amount, amount));
    }
}
