package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;

/** What the operator is told who names a customer by a number that is nobody's. */
@Serdeable
record UnknownCustomer() implements Block.Reply, Unblock.Reply, SetTier.Reply, Show.Reply, ResetPin.Reply {}
