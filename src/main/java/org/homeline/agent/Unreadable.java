package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.money.Money;

/** Why an amount of cash, as somebody typed it, can't be taken as it stands: the answers on both sides of the counter. */
final class Unreadable {
    private Unreadable() {}

    /** It may be either. */
    @Serdeable
    record AmbiguousAmount(Money one, Money other) implements Till.Read, ReadCash.Reply, ReadWithdrawal.Reply {}

    @Serdeable
    record TooLittle(Money least) implements Till.Read, ReadCash.Reply, ReadWithdrawal.Reply {}
}
