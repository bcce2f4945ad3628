package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** The banks of the caller's country where an account can be linked. */
@Singleton
final class Banks extends Operation<Banks.Input, Banks.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Banks.Linkable, Banks.NoBanks, Unbanked.NotRegistered {}

    @Serdeable
    record Linkable(List<Entry> items) implements Reply {}

    /** @param bank its id, as it is written in a text message */
    @Serdeable
    record Entry(String bank, String bankName) {}

    @Serdeable
    record NoBanks() implements Reply {}

    private final Customers customers;
    private final Partners partners;

    Banks(Customers customers, Partners partners) {
        super("banking.banks", Input.class, Reply.class);
        this.customers = customers;
        this.partners = partners;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .map(caller -> linkable(partners, customers, caller))
                .<Reply>map(banks -> banks.isEmpty()
                        ? new NoBanks()
                        : new Linkable(banks.stream()
                                .map(bank -> new Entry(bank.id(), bank.name()))
                                .toList()))
                .orElseGet(Unbanked.NotRegistered::new));
    }

    /** Where the customer's wallet has a currency that the bank keeps accounts in, and a small debit can prove one. */
    static List<Partner> linkable(Partners partners, Customers customers, Customer customer) {
        var currency = customers.currency(customer);
        return partners.in(customer.country(), Partner.Kind.DEBIT).stream()
                .filter(bank -> bank.proof()
                        .filter(proof -> proof.currency().equals(currency))
                        .isPresent())
                .toList();
    }

    /** The one with that id. */
    static Optional<Partner> linkable(Partners partners, Customers customers, Customer customer, String bank) {
        return linkable(partners, customers, customer).stream()
                .filter(one -> one.id().equalsIgnoreCase(bank))
                .findFirst();
    }
}
