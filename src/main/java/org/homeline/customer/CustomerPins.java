package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.operation.Attempt;
import org.homeline.operation.Role;

/** Customers as owners of PINs. */
@Singleton
final class CustomerPins implements PinOwner {
    private final Customers customers;
    private final CustomerRows rows;

    CustomerPins(Customers customers, CustomerRows rows) {
        this.customers = customers;
        this.rows = rows;
    }

    @Override
    public Role role() {
        return Role.CUSTOMER;
    }

    @Override
    public Optional<Owner> calling(Attempt attempt) {
        return customers.calling(attempt).map(CustomerPins::owner);
    }

    @Override
    public Optional<Owner> find(UUID id) {
        return rows.findById(id).map(CustomerPins::owner);
    }

    private static Owner owner(Customer customer) {
        return new Owner(customer.id(), customer.number(), customer.spoken());
    }
}
