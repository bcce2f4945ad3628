package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.homeline.operation.Reference;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cash to be handed to a customer.
 *
 * @param agent who asked or paid; null while a code waits
 * @param minor in minor units
 * @param state one of the constants
 * @param code what is kept of the one-time code; null where an agent asked (Micronaut Data does not see JSpecify's
 *     annotation on an array)
 * @param pendingCash the transfer that holds the part from the wallet's cash; null for none
 * @param pendingBank likewise from a bank
 * @param made when the code was given or the agent asked
 */
@MappedEntity("cash_out")
record CashOut(
        @Id UUID id,
        UUID customer,
        @Nullable UUID agent,
        long minor,
        String currency,
        String state,
        @jakarta.annotation.Nullable byte @Nullable [] code,
        @Nullable UUID pendingCash,
        @Nullable UUID pendingBank,
        Instant made,
        Instant expires,
        @Nullable String reference,
        long version)
        implements Row {
    static final String OPEN = "open";
    static final String ASKED = "asked";
    static final String PAID = "paid";
    static final String EXPIRED = "expired";
    /** The customer asked for another code, or what it held was taken back. */
    static final String REPLACED = "replaced";
    /** It was paid at a terminal that took it back. */
    static final String REVERSED = "reversed";

    Money amount() {
        return Money.of(minor, currency);
    }

    /** Where the money goes on its way to an agent: an account for each, so that each can be seen to be right. */
    static Account holding(UUID id, CurrencyUnit currency) {
        return new Account(AccountCode.PICKUP_HOLDING, id, currency);
    }

    List<UUID> pendings() {
        return Stream.of(pendingCash, pendingBank)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    boolean isLive(Instant now) {
        return now.isBefore(expires);
    }

    CashOut paid(Agent by, Reference named) {
        return new CashOut(
                id,
                customer,
                by.id(),
                minor,
                currency,
                PAID,
                code,
                pendingCash,
                pendingBank,
                made,
                expires,
                named.text(),
                version);
    }

    CashOut expired() {
        return ended(EXPIRED);
    }

    CashOut replaced() {
        return ended(REPLACED);
    }

    CashOut reversed() {
        return ended(REVERSED);
    }

    private CashOut ended(String how) {
        return new CashOut(
                id,
                customer,
                agent,
                minor,
                currency,
                how,
                code,
                pendingCash,
                pendingBank,
                made,
                expires,
                reference,
                version);
    }
}
