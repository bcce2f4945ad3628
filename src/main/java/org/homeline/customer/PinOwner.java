package org.homeline.customer;

import java.util.Optional;
import java.util.UUID;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Role;
import org.homeline.phone.PhoneNumber;

/** Whose PIN a phone's caller has in a role. Customers are known here; agents above. */
public interface PinOwner {
    /** Somebody with a PIN. */
    record Owner(UUID id, PhoneNumber phone, Language language) {}

    Role role();

    /** The owner whose phone calls. */
    Optional<Owner> calling(Attempt attempt);

    Optional<Owner> find(UUID id);
}
