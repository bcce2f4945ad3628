package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.Partners;

/** Reads an amount for a menu, and finds the account to ask the PIN for, or those to choose from. */
@Singleton
final class Choose extends Operation<Choose.Input, Choose.Reply> {
    @Serdeable
    record Input(WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Choose.OnlyOne,
                    Choose.Several,
                    Unbanked.NoAccount,
                    Unbanked.BadAmount,
                    Unbanked.AmbiguousAmount,
                    Unbanked.NotRegistered {}

    /** @param account names it for other operations */
    @Serdeable
    record OnlyOne(Money amount, String account, String bankName) implements Reply {}

    @Serdeable
    record Several(Money amount, List<Entry> items) implements Reply {}

    @Serdeable
    record Entry(String account, String bankName) {}

    private final Customers customers;
    private final Countries countries;
    private final Partners partners;
    private final Requests requests;

    Choose(Customers customers, Countries countries, Partners partners, Requests requests) {
        super("banking.choose", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.partners = partners;
        this.requests = requests;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .map(customer -> read(customer, input.amount()))
                .orElseGet(Unbanked.NotRegistered::new));
    }

    private Reply read(Customer customer, WrittenAmount written) {
        return switch (written.in(customers.currency(customer), countries.words())) {
            case WrittenAmount.Reading.Unreadable unreadable -> new Unbanked.BadAmount();
            case WrittenAmount.Reading.OtherCurrency other -> new Unbanked.BadAmount();
            case WrittenAmount.Reading.Either(Money one, Money other) -> new Unbanked.AmbiguousAmount(one, other);
            case WrittenAmount.Reading.Exactly(Money amount) ->
                amount.isPositive() ? choose(amount, requests.linked(customer, amount)) : new Unbanked.BadAmount();
        };
    }

    private Reply choose(Money amount, List<BankAccount> linked) {
        var entries = linked.stream()
                .map(account -> new Entry(account.id().toString(), account.shown(partners.of(account.partner()))))
                .toList();
        return switch (entries.size()) {
            case 0 -> new Unbanked.NoAccount();
            case 1 ->
                new OnlyOne(
                        amount, entries.getFirst().account(), entries.getFirst().bankName());
            default -> new Several(amount, entries);
        };
    }
}
