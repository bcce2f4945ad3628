package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Details;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.joda.money.CurrencyUnit;

/** The sender's own bank account, which gives what the wallet lacks. */
@Singleton
final class OwnBank {
    private final BankAccounts accounts;
    private final Partners partners;

    OwnBank(BankAccounts accounts, Partners partners) {
        this.accounts = accounts;
        this.partners = partners;
    }

    /** A linked account and its bank. */
    record Source(BankAccount account, Partner bank) {
        String shown() {
            return account.shown(bank);
        }

        private boolean isReady(CurrencyUnit currency) {
            return account.isLinked()
                    && account.proof().currency().equals(currency)
                    && bank.address().isPresent()
                    && bank.services().containsKey(Partner.Kind.DEBIT);
        }
    }

    /** The one that was linked first, of those that can be asked. */
    Optional<Source> find(Customer payer, CurrencyUnit currency) {
        return accounts.linked(payer.id()).stream()
                .flatMap(account -> source(account).stream())
                .filter(source -> source.isReady(currency))
                .findFirst();
    }

    /** The one that the quote names, while it can be asked. */
    Optional<Source> of(Quote quote) {
        return Optional.ofNullable(quote.funding())
                .flatMap(accounts::find)
                .flatMap(this::source)
                .filter(source -> source.isReady(quote.amount().currency()));
    }

    /** How the one that the quote names is shown; empty where it names none. */
    String shown(Quote quote) {
        return Optional.ofNullable(quote.funding())
                .flatMap(accounts::find)
                .flatMap(this::source)
                .map(Source::shown)
                .orElse("");
    }

    /** What the bank is told. */
    Details details(Source source, String reference) {
        return new Details(accounts.number(source.account()), Payment.SENDER + reference);
    }

    /** Empty where the operator took the bank's file out, or the currency out of it. */
    private Optional<Source> source(BankAccount account) {
        return partners.keeping(account).map(bank -> new Source(account, bank));
    }
}
