package org.homeline.settlement;

import java.util.Optional;
import java.util.UUID;
import org.homeline.operation.Reference;

/** Whoever gives references to customers for what a bank is to do: by them operators find what became of it. */
public interface Named {
    /** What its errands know it by. */
    Optional<UUID> subject(Reference reference);
}
