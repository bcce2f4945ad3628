package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeline.customer.Codes;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Wallets;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.ledger.Turns;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.jspecify.annotations.Nullable;

/** A customer wants cash: the amount is held, and a one-time code is made for an agent to take it. */
@Singleton
final class Withdraw extends Operation<Withdraw.Input, Withdraw.Reply> {
    @Serdeable
    record Input(WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record CodeIssued(String code, Money amount, Duration expires) implements Reply {}

    /** There is one already: one live code a customer. */
    @Serdeable
    record OneAtATime(Money amount) implements Reply {}

    @Serdeable
    record NotEnough(Money available) implements Reply {}

    @Serdeable
    record BadAmount() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Wallets wallets;
    private final Codes codes;
    private final CashOutRows cashOuts;
    private final Turns turns;
    private final AgentSettings settings;
    private final Till till;

    Withdraw(
            Customers customers,
            Wallets wallets,
            Codes codes,
            CashOutRows cashOuts,
            Turns turns,
            AgentSettings settings,
            Till till) {
        super("agent.withdraw", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.wallets = wallets;
        this.codes = codes;
        this.cashOuts = cashOuts;
        this.turns = turns;
        this.settings = settings;
        this.till = till;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var customer = calling.get();
        var amount = till.amount(input.amount(), customers.currency(customer));
        if (amount.isEmpty()) {
            return Decision.answer(new BadAmount());
        }
        var turn = turns.take("cash-out of " + customer.id());
        var open = cashOuts.findNewest(customer.id(), CashOut.OPEN).filter(one -> one.isLive(attempt.now()));
        if (open.isPresent()) {
            return Decision.answer(new OneAtATime(open.get().amount()));
        }
        return wallets.spend(customer, amount.get())
                .map(parts -> hold(attempt, turn, customer, amount.get(), parts))
                .orElseGet(() -> Decision.answer(new NotEnough(customers.available(customer))));
    }

    private Decision<Reply> hold(
            Attempt attempt, Turns.Turn turn, Customer customer, Money amount, List<Wallets.Part> parts) {
        var id = attempt.ids().next();
        var code = codes.fresh(attempt, id);
        var draft = attempt.draft().write(turn);
        var notEnough = new NotEnough(customers.available(customer));
        draft.write(new CashOut(
                id,
                customer.id(),
                null,
                amount.minor(),
                amount.currency().getCode(),
                CashOut.OPEN,
                code.check(),
                reserve(draft, id, parts, AccountCode.WALLET_CASH, notEnough),
                reserve(draft, id, parts, AccountCode.WALLET_BANK, notEnough),
                attempt.now().plus(settings.codeLifetime()),
                null,
                0));
        draft.tell(
                customer.number(),
                customer.spoken(),
                "agent.code",
                Map.of("code", code.digits(), "amount", amount, "expires", settings.codeLifetime()),
                settings.codeLifetime());
        return Decision.propose(
                new CodeIssued(code.digits(), amount, settings.codeLifetime()),
                draft,
                new Movement(Movement.Purpose.CASH_OUT, customer.id(), null, amount, amount));
    }

    private @Nullable UUID reserve(Draft draft, UUID id, List<Wallets.Part> parts, AccountCode code, Reply notEnough) {
        return parts.stream()
                .filter(part -> part.account().code() == code)
                .findFirst()
                .map(part -> draft.reserve(
                        part.account(),
                        CashOut.holding(id, part.amount().currency()),
                        part.amount(),
                        TransferCode.CASH_OUT,
                        settings.codeLifetime(),
                        Map.of(Refusal.EXCEEDS_CREDITS, notEnough)))
                .orElse(null);
    }
}
