package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Details;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.jspecify.annotations.Nullable;

/** Reads what a caller wants moved between the wallet and a linked account. */
@Singleton
final class Requests {
    /** What stands on the account's statement beside the reference. */
    private static final String SENDER = "HOMELINE ";

    private final Customers customers;
    private final Countries countries;
    private final BankAccounts accounts;
    private final Partners partners;

    Requests(Customers customers, Countries countries, BankAccounts accounts, Partners partners) {
        this.customers = customers;
        this.countries = countries;
        this.accounts = accounts;
        this.partners = partners;
    }

    /** What a request comes to. */
    sealed interface Read
            permits Ready,
                    Unbanked.NotRegistered,
                    Unbanked.NoAccount,
                    Unbanked.WhichAccount,
                    Unbanked.BadAmount,
                    Unbanked.AmbiguousAmount,
                    Unbanked.NotConnected {}

    record Ready(Customer customer, Money amount, BankAccount account, Partner bank) implements Read {
        String bankName() {
            return account.shown(bank);
        }
    }

    /** @param which an account's id or last digits, see {@link BankAccounts#isMeant}; null for the only one */
    Read read(Attempt attempt, WrittenAmount written, @Nullable String which, Partner.Kind kind) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return new Unbanked.NotRegistered();
        }
        var customer = calling.get();
        return switch (written.in(customers.currency(customer), countries.words())) {
            case WrittenAmount.Reading.Unreadable unreadable -> new Unbanked.BadAmount();
            case WrittenAmount.Reading.OtherCurrency other -> new Unbanked.BadAmount();
            case WrittenAmount.Reading.Either(Money one, Money other) -> new Unbanked.AmbiguousAmount(one, other);
            case WrittenAmount.Reading.Exactly(Money amount) ->
                amount.isPositive() ? account(customer, amount, which, kind) : new Unbanked.BadAmount();
        };
    }

    private Read account(Customer customer, Money amount, @Nullable String which, Partner.Kind kind) {
        var meant = linked(customer, amount).stream()
                .filter(account -> which == null || accounts.isMeant(account, which))
                .toList();
        if (meant.isEmpty()) {
            return new Unbanked.NoAccount();
        }
        if (meant.size() > 1) {
            return new Unbanked.WhichAccount();
        }
        var account = meant.getFirst();
        var bank = partners.of(account.partner());
        return bank.address().isPresent() && bank.services().containsKey(kind)
                ? new Ready(customer, amount, account, bank)
                : new Unbanked.NotConnected(account.shown(bank));
    }

    /** The customer's linked accounts in the amount's currency, at banks whose files still say that they keep such accounts. */
    List<BankAccount> linked(Customer customer, Money amount) {
        return accounts.linked(customer.id()).stream()
                .filter(account -> account.proof().currency().equals(amount.currency())
                        && partners.keeping(account).isPresent())
                .toList();
    }

    /** What the bank is told: the account, and what stands on its statement. */
    Details details(BankAccount account, String reference) {
        return new Details(accounts.number(account), SENDER + reference);
    }
}
