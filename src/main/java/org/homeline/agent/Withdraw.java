package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.homeline.operation.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A customer wants cash: the amount is held, and a one-time code is made for an agent to take it. One live code a customer:
 * a new one takes the place of whatever code there was, and of what that held, in the same journal. So whoever can type at a
 * till, and spends a code's three tries on wrong ones, keeps nobody from cash: the customer, who alone has the PIN, asks for
 * another code at once. That gives the guesser no endless row of codes to guess at either, see {@link Presented}.
 */
@Singleton
final class Withdraw extends Operation<Withdraw.Input, Withdraw.Reply> {
    @Serdeable
    record Input(WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /** @param again whether it takes the place of another code */
    @Serdeable
    record CodeIssued(String code, Money amount, Duration expires, boolean again) implements Reply {}

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
        var before = cashOuts.findNewest(customer.id(), CashOut.OPEN);
        var spendable =
                before.isPresent() ? wallets.spendHeld(customer, amount.get()) : wallets.spend(customer, amount.get());
        return spendable
                .map(parts -> hold(attempt, turn, customer, amount.get(), parts, before))
                .orElseGet(() -> Decision.answer(notEnough(customer)));
    }

    private Decision<Reply> hold(
            Attempt attempt,
            Turns.Turn turn,
            Customer customer,
            Money amount,
            List<Wallets.Part> parts,
            Optional<CashOut> before) {
        var id = attempt.ids().next();
        var code = codes.fresh(attempt, id);
        var draft = attempt.draft().write(turn);
        before.ifPresent(one -> release(draft, one));
        draft.write(new CashOut(
                id,
                customer.id(),
                null,
                amount.minor(),
                amount.currency().getCode(),
                CashOut.OPEN,
                code.check(),
                reserve(draft, id, parts, AccountCode.WALLET_CASH),
                reserve(draft, id, parts, AccountCode.WALLET_BANK),
                attempt.now(),
                attempt.now().plus(settings.codeLifetime()),
                null,
                0));
        var again = before.filter(one -> one.isLive(attempt.now()));
        draft.tell(
                customer.number(),
                customer.spoken(),
                "agent.code",
                Map.of(
                        "code",
                        code.digits(),
                        "amount",
                        amount,
                        "expires",
                        settings.codeLifetime(),
                        "again",
                        again.isPresent()),
                settings.codeLifetime());
        return Decision.propose(
                new CodeIssued(code.digits(), amount, settings.codeLifetime(), again.isPresent()),
                draft,
                movement(customer, amount, before));
    }

    /** Also what is over and was not ended yet: then nothing of the wallet is held but by the new code. */
    static void release(Draft draft, CashOut before) {
        var raced = Map.<Refusal, Outcome>of(
                Refusal.PENDING_TRANSFER_ALREADY_POSTED, new Refused(Refused.BUSY),
                Refusal.PENDING_TRANSFER_ALREADY_VOIDED, new Refused(Refused.BUSY));
        draft.write(before.replaced());
        before.pendings().forEach(pending -> draft.release(pending, raced));
    }

    /** What the code before was counted with counts no more. */
    private static Movement movement(Customer customer, Money amount, Optional<CashOut> before) {
        var undoes = before.map(one -> new Movement.Counted(one.amount(), one.made()))
                .orElse(null);
        return new Movement(Movement.Purpose.CASH_OUT, customer.id(), null, amount, amount, undoes);
    }

    private NotEnough notEnough(Customer customer) {
        return new NotEnough(wallets.withHeld(customer, customers.currency(customer)));
    }

    /** Where the wallet has less than was read, somebody came first: it is decided again. */
    private @Nullable UUID reserve(Draft draft, UUID id, List<Wallets.Part> parts, AccountCode code) {
        return parts.stream()
                .filter(part -> part.account().code() == code)
                .findFirst()
                .map(part -> draft.reserve(
                        part.account(),
                        CashOut.holding(id, part.amount().currency()),
                        part.amount(),
                        TransferCode.CASH_OUT,
                        settings.codeLifetime(),
                        Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY))))
                .orElse(null);
    }
}
