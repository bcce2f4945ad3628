package org.homeline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money between two accounts of one currency. Made by the factories below; refused or accepted by {@link
 * Books} with the other transfers of its journal.
 *
 * @param id unique for ever
 * @param kind in how many phases it moves
 * @param debit null for a post or void, which takes the accounts of its pending transfer
 * @param credit null likewise
 * @param amount not negative; for a post at most the pending amount; null for a post of all and for a void
 * @param code why; null for a post or void
 * @param pendingId the pending transfer that a post or void ends
 * @param timeout of a pending transfer: every hold has an end
 */
public record Transfer(
        UUID id,
        Kind kind,
        @Nullable Account debit,
        @Nullable Account credit,
        @Nullable Money amount,
        @Nullable TransferCode code,
        @Nullable UUID pendingId,
        @Nullable Duration timeout) {

    /** The number is what the database and the canonical bytes hold. */
    public enum Kind {
        SINGLE(0),
        PENDING(1),
        POST(2),
        VOID(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Kind of(int number) {
            for (var kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IllegalStateException("no kind of transfer " + number);
        }
    }

    /** Moves the amount at once. */
    public static Transfer single(UUID id, Account debit, Account credit, Money amount, TransferCode code) {
        return new Transfer(id, Kind.SINGLE, debit, credit, amount, code, null, null);
    }

    /** Reserves the amount until it is posted or voided, or the time-out passes. */
    public static Transfer pending(
            UUID id, Account debit, Account credit, Money amount, TransferCode code, Duration timeout) {
        return new Transfer(id, Kind.PENDING, debit, credit, amount, code, null, timeout);
    }

    /** Moves all that the pending transfer reserved. */
    public static Transfer post(UUID id, UUID pendingId) {
        return new Transfer(id, Kind.POST, null, null, null, null, pendingId, null);
    }

    /** Moves part of what the pending transfer reserved, and frees the rest. */
    public static Transfer post(UUID id, UUID pendingId, Money amount) {
        return new Transfer(id, Kind.POST, null, null, amount, null, pendingId, null);
    }

    /** Frees what the pending transfer reserved; also the end of one that has expired. */
    public static Transfer voiding(UUID id, UUID pendingId) {
        return new Transfer(id, Kind.VOID, null, null, null, null, pendingId, null);
    }

    /**
     * A transfer as the ledger holds it.
     *
     * @param expires of a pending transfer, else null
     */
    public record Stored(
            UUID id,
            Kind kind,
            UUID debitId,
            UUID creditId,
            long amount,
            String currency,
            TransferCode code,
            @Nullable UUID pendingId,
            @Nullable Instant expires) {}
}
