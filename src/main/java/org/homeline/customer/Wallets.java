package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import org.homeline.ledger.Account;
import org.homeline.ledger.Books;
import org.homeline.ledger.Totals;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** Spends from wallets: what came in as cash first, what came from a bank second. */
@Singleton
public final class Wallets {
    private final Books books;

    Wallets(Books books) {
        this.books = books;
    }

    /** An amount and the account that it is taken from. */
    public record Part(Account account, Money amount) {}

    /** From which accounts the amount is taken; empty where the wallet has less. The ledger decides again at the commit. */
    public Optional<List<Part>> spend(Customer customer, Money amount) {
        return spend(customer, amount, (account, totals) -> totals.available());
    }

    /**
     * Likewise where only so much may be cash, and the same journal first puts more into the part from a bank.
     *
     * @param mostCash the rest is taken from the part from a bank, whatever cash there is
     * @param coming what comes into that, which the books do not show yet
     */
    public Optional<List<Part>> spend(Customer customer, Money amount, Money mostCash, Money coming) {
        var cash = customer.cash(amount.currency());
        return spend(
                customer,
                amount,
                (account, totals) -> account.equals(cash)
                        ? Math.min(totals.available(), mostCash.minor())
                        : totals.available() + coming.minor());
    }

    /** What can be spent where only so much may be cash. */
    public Money spendable(Customer customer, Money mostCash) {
        var totals = books.totals(customer.wallet(mostCash.currency()));
        long cash = Math.min(Math.max(0, totals.getFirst().available()), mostCash.minor());
        return new Money(cash + Math.max(0, totals.getLast().available()), mostCash.currency());
    }

    /** Likewise of what is there and what is held, where the same journal first gives back all that is held. */
    public Optional<List<Part>> spendHeld(Customer customer, Money amount) {
        return spend(customer, amount, (account, totals) -> totals.balance());
    }

    /** What {@link #spendHeld} can spend. */
    public Money withHeld(Customer customer, CurrencyUnit currency) {
        return new Money(
                books.totals(customer.wallet(currency)).stream()
                        .mapToLong(Totals::balance)
                        .sum(),
                currency);
    }

    /**
     * What a bank takes back: what came from banks first, then cash; less than the amount where there is no more.
     *
     * @param held whether the same journal first gives back all that is held
     */
    List<Part> recoverable(Customer customer, Money amount, boolean held) {
        var accounts = customer.wallet(amount.currency()).reversed();
        return parts(
                accounts,
                books.totals(accounts),
                amount,
                (account, totals) -> held ? totals.balance() : totals.available());
    }

    private Optional<List<Part>> spend(Customer customer, Money amount, ToLongBiFunction<Account, Totals> spendable) {
        var accounts = customer.wallet(amount.currency());
        var parts = parts(accounts, books.totals(accounts), amount, spendable);
        return parts.stream().mapToLong(part -> part.amount().minor()).sum() == amount.minor()
                ? Optional.of(parts)
                : Optional.empty();
    }

    /** Account by account until the amount is reached. */
    private static List<Part> parts(
            List<Account> accounts, List<Totals> totals, Money amount, ToLongBiFunction<Account, Totals> spendable) {
        var parts = new ArrayList<Part>();
        long left = amount.minor();
        for (int i = 0; i < accounts.size(); i++) {
            long taken = Math.min(left, Math.max(0, spendable.applyAsLong(accounts.get(i), totals.get(i))));
            if (taken > 0) {
                parts.add(new Part(accounts.get(i), new Money(taken, amount.currency())));
                left -= taken;
            }
        }
        return parts;
    }
}
