package org.homeline.customer;

import java.util.Optional;
import java.util.UUID;
import org.homeline.language.Language;
import org.homeline.operation.Role;
import org.homeline.phone.PhoneNumber;

/** Whose PIN a phone's caller has in a role. Customers are known here; agents above. */
public interface PinOwner {
    /** Somebody with a PIN. */
    record Owner(UUID id, PhoneNumber phone, Language language) {}

    Role role();

    Optional<Owner> find(PhoneNumber phone);

    Optional<Owner> find(UUID id);
}
