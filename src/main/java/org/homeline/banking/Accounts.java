package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.language.Texts;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Partners;

/** The caller's bank accounts, and how far each has come. */
@Singleton
final class Accounts extends Operation<Accounts.Input, Accounts.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Accounts.Listed, Unbanked.NoAccount, Unbanked.NotRegistered {}

    @Serdeable
    record Listed(List<Entry> items) implements Reply {}

    /** @param account names it for other operations */
    @Serdeable
    record Entry(String account, String bankName, String state) {}

    private final Customers customers;
    private final BankAccounts accounts;
    private final Partners partners;
    private final Texts texts;

    Accounts(Customers customers, BankAccounts accounts, Partners partners, Texts texts) {
        super("banking.accounts", Input.class, Reply.class);
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.texts = texts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers.calling(attempt).map(this::listed).orElseGet(Unbanked.NotRegistered::new));
    }

    private Reply listed(Customer customer) {
        // Whose bank's file the operator took out can't be used, nor named.
        var own = accounts.of(customer.id()).stream()
                .filter(account -> partners.keeping(account).isPresent())
                .toList();
        return own.isEmpty()
                ? new Unbanked.NoAccount()
                : new Listed(
                        own.stream().map(account -> entry(account, customer)).toList());
    }

    private Entry entry(BankAccount account, Customer customer) {
        return new Entry(
                account.id().toString(),
                account.shown(partners.of(account.partner())),
                texts.say(customer.spoken(), "banking.state-" + account.state(), Map.of()));
    }
}
