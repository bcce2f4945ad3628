package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.homeline.ledger.Books;
import org.homeline.ledger.Totals;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/** Finds people, each once an attempt, and what is in their wallets. */
@Singleton
public final class Customers {
    private final CustomerRows rows;
    private final Books books;
    private final Countries countries;

    Customers(CustomerRows rows, Books books, Countries countries) {
        this.rows = rows;
        this.books = books;
        this.countries = countries;
    }

    public Optional<Customer> find(Attempt attempt, PhoneNumber phone) {
        var met = met(attempt);
        return met.byPhone.computeIfAbsent(phone, first -> met.meet(rows.findByPhone(phone.e164())));
    }

    public Optional<Customer> find(Attempt attempt, UUID id) {
        var known = met(attempt).byId.get(id);
        return known == null ? met(attempt).meet(rows.findById(id)) : Optional.of(known);
    }

    /** These customers by their ids, read at once; without those who do not exist. */
    public Map<UUID, Customer> all(Collection<UUID> ids) {
        return rows.findByIdIn(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /**
     * For the operator, who names a customer by the number with its country.
     *
     * @param unknown what to answer where the number is nobody's
     */
    <O extends Outcome> Decision<O> ofOperator(
            Attempt attempt, String number, O unknown, Function<Customer, Decision<O>> decide) {
        attempt.operator();
        return PhoneNumber.parse(number, "ZZ")
                .flatMap(phone -> find(attempt, phone))
                .map(decide)
                .orElseGet(() -> Decision.answer(unknown));
    }

    /** The customer whose phone calls. */
    public Optional<Customer> calling(Attempt attempt) {
        return attempt.actor() instanceof Actor.Caller caller ? find(attempt, caller.phone()) : Optional.empty();
    }

    /** Likewise where there is no attempt yet: while it is asked what the actor has to show. */
    Optional<Customer> calling(Actor actor) {
        return actor instanceof Actor.Caller caller
                ? rows.findByPhone(caller.phone().e164())
                : Optional.empty();
    }

    /** The currency of the customer's wallet. */
    public CurrencyUnit currency(Customer customer) {
        return countries.of(customer.country()).currency();
    }

    /** What the customer can spend now, both accounts of the wallet together. */
    public Money available(Customer customer) {
        return inWallet(customer, Totals::available);
    }

    /** What is reserved for cash-outs that were not collected yet. */
    Money held(Customer customer) {
        return inWallet(customer, Totals::debitsPending);
    }

    private Money inWallet(Customer customer, ToLongFunction<Totals> part) {
        var currency = currency(customer);
        return new Money(
                books.totals(customer.wallet(currency)).stream().mapToLong(part).sum(), currency);
    }

    private static Met met(Attempt attempt) {
        return attempt.readings().of(Met.class, Met::new);
    }

    /** Whom an attempt has read, and which numbers are nobody's. */
    private static final class Met {
        private final Map<PhoneNumber, Optional<Customer>> byPhone = new HashMap<>();
        private final Map<UUID, Customer> byId = new HashMap<>();

        Optional<Customer> meet(Optional<Customer> read) {
            read.ifPresent(customer -> byId.put(customer.id(), customer));
            return read;
        }
    }
}
