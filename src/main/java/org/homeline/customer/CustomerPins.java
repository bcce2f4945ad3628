package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.operation.Role;
import org.homeline.phone.PhoneNumber;

/** Customers as owners of PINs. */
@Singleton
final class CustomerPins implements PinOwner {
    private final CustomerRows rows;

    CustomerPins(CustomerRows rows) {
        this.rows = rows;
    }

    @Override
    public Role role() {
        return Role.CUSTOMER;
    }

    @Override
    public Optional<Owner> find(PhoneNumber phone) {
        return rows.findByPhone(phone.e164()).map(CustomerPins::owner);
    }

    @Override
    public Optional<Owner> find(UUID id) {
        return rows.findById(id).map(CustomerPins::owner);
    }

    private static Owner owner(Customer customer) {
        return new Owner(customer.id(), customer.number(), customer.spoken());
    }
}
