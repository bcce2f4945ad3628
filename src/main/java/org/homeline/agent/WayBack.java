package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Wallets;
import org.homeline.ledger.Account;
import org.homeline.ledger.Books;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.operation.Refused;
import org.jspecify.annotations.Nullable;

/** The way back of a terminal's dealing: contrary transfers, commission and limits given back, lines and texts to both. */
@Singleton
final class WayBack {
    /** Less is there than was read: somebody came first, and it is decided again. */
    private static final Map<Refusal, Outcome> RACED = Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY));

    private final Agents agents;
    private final Customers customers;
    private final Wallets wallets;
    private final CashOutRows cashOuts;
    private final Commissions commissions;
    private final Till till;
    private final Books books;

    WayBack(
            Agents agents,
            Customers customers,
            Wallets wallets,
            CashOutRows cashOuts,
            Commissions commissions,
            Till till,
            Books books) {
        this.agents = agents;
        this.customers = customers;
        this.wallets = wallets;
        this.cashOuts = cashOuts;
        this.commissions = commissions;
        this.till = till;
        this.books = books;
    }

    /** Whether there is one. */
    sealed interface Found permits Open, Blocked {}

    /**
     * @param name the customer's
     * @param left in the float afterwards
     * @param movement null where no limit counts it
     */
    record Open(
            Draft draft, String name, Money left, @Nullable Movement movement) implements Found {}

    /** Some of the money is no longer where it went. */
    record Blocked() implements Found {}

    Found find(Attempt attempt, Agent agent, Deal deal) {
        var customer = customers
                .find(attempt, deal.customer())
                .orElseThrow(() -> new IllegalStateException("a dealing with nobody: " + deal.reference()));
        var earned = deal.earned();
        if (available(agent.commissionIn(earned.currency())) < earned.minor()) {
            return new Blocked();
        }
        return switch (deal.what()) {
            case Deal.CASH_IN -> cashIn(attempt, agent, customer, deal);
            case Deal.CASH_OUT -> cashOut(attempt, agent, customer, deal);
            default -> throw new IllegalStateException("no dealing is called " + deal.what());
        };
    }

    /**
     * From the wallet into the float. From cash first and then from the bank's part, as everything is spent: what came in was
     * cash, and where some of that has gone, it went in place of the rest.
     */
    private Found cashIn(Attempt attempt, Agent agent, Customer customer, Deal deal) {
        var parts = wallets.spend(customer, deal.amount());
        if (parts.isEmpty()) {
            return new Blocked();
        }
        var amount = deal.amount();
        var draft = attempt.draft();
        parts.get()
                .forEach(part -> draft.move(
                        part.account(),
                        agent.floatIn(amount.currency()),
                        part.amount(),
                        TransferCode.CORRECTION,
                        RACED));
        finish(attempt, draft, agent, customer, deal, What.CASH_IN_REVERSED);
        return new Open(draft, customer.name(), agents.inFloat(agent).plus(amount), null);
    }

    /** From the float into the accounts of the wallet that it came from; it counts against no limit any more. */
    private Found cashOut(Attempt attempt, Agent agent, Customer customer, Deal deal) {
        var amount = deal.amount();
        var before = agents.inFloat(agent);
        if (before.compareTo(amount) < 0) {
            return new Blocked();
        }
        var cashOut = cashOuts.findById(java.util.Objects.requireNonNull(deal.cashOut()))
                .orElseThrow(() -> new IllegalStateException("no cash-out of " + deal.reference()));
        var draft = attempt.draft().write(cashOut.reversed());
        parts(cashOut, customer)
                .forEach(part -> draft.move(
                        agent.floatIn(amount.currency()),
                        part.account(),
                        part.amount(),
                        TransferCode.CORRECTION,
                        RACED));
        finish(attempt, draft, agent, customer, deal, What.CASH_OUT_REVERSED);
        var left = before.minus(amount);
        till.watchFloat(draft, agent, before, left);
        return new Open(
                draft,
                customer.name(),
                left,
                Movement.refund(customer.id(), amount, amount, new Movement.Counted(amount, cashOut.made())));
    }

    private List<Wallets.Part> parts(CashOut cashOut, Customer customer) {
        var wallet = customer.wallet(cashOut.amount().currency());
        var parts = new ArrayList<Wallets.Part>();
        add(parts, wallet.getFirst(), cashOut.pendingCash());
        add(parts, wallet.getLast(), cashOut.pendingBank());
        return parts;
    }

    private void add(List<Wallets.Part> parts, Account account, @Nullable UUID pending) {
        if (pending != null) {
            parts.add(new Wallets.Part(account, new Money(books.amount(pending), account.currency())));
        }
    }

    private void finish(Attempt attempt, Draft draft, Agent agent, Customer customer, Deal deal, What what) {
        commissions.takeBack(draft, agent, deal, RACED);
        draft.write(deal.reversed());
        till.receipts(attempt, draft, agent, customer, new Reference(deal.reference()), deal.amount(), what);
    }

    private long available(Account account) {
        return books.totals(List.of(account)).getFirst().available();
    }
}
