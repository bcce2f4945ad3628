package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/** Finds people and what is in their wallets. */
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

    public Optional<Customer> find(PhoneNumber phone) {
        return rows.findByPhone(phone.e164());
    }

    public Optional<Customer> find(UUID id) {
        return rows.findById(id);
    }

    /** The names of these customers. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return rows.findByIdIn(ids).stream().collect(Collectors.toMap(Customer::id, Customer::name));
    }

    /** By a number as the operator types it, with its country. */
    Optional<Customer> findWritten(String number) {
        return PhoneNumber.parse(number, "ZZ").flatMap(this::find);
    }

    /** The customer whose phone calls. */
    public Optional<Customer> calling(Actor actor) {
        return actor instanceof Actor.Caller caller ? find(caller.phone()) : Optional.empty();
    }

    /** The currency of the customer's wallet. */
    public CurrencyUnit currency(Customer customer) {
        return countries.of(customer.country()).currency();
    }

    /** What the customer can spend now, both accounts of the wallet together. */
    public Money available(Customer customer) {
        var currency = currency(customer);
        return books.totals(customer.wallet(currency)).stream()
                .map(totals -> new Money(totals.available(), currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
