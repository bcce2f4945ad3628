package org.homeline.ledger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeline.ledger.Transfer.Kind;
import org.homeline.ledger.Transfer.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the ledger over the accounts and transfers that one journal touches: pure, in memory, no clock of its own.
 * {@link Books} loads what the journal names (accounts under lock), lets it apply the transfers in order, and writes what
 * became of them; a refusal means that nothing is written, so there is nothing to undo here.
 */
final class Ledger {
    /** An account's state. */
    record State(UUID id, String currency, int flags, Totals totals) {
        State with(Totals changed) {
            return new State(id, currency, flags, changed);
        }
    }

    /**
     * A transfer that the ledger holds.
     *
     * @param since when its journal was written
     */
    record Held(Stored transfer, Instant since) {
        @Nullable
        Duration timeout() {
            return transfer.expires() == null ? null : Duration.between(since, transfer.expires());
        }
    }

    private final Instant now;
    private final Map<UUID, State> accounts = new LinkedHashMap<>();
    private final Map<UUID, Held> transfers = new HashMap<>();
    private final Map<UUID, Kind> endings = new HashMap<>();
    private final List<Stored> accepted = new ArrayList<>();

    Ledger(Instant now) {
        this.now = now;
    }

    void load(State account) {
        accounts.put(account.id(), account);
    }

    /** A transfer that the ledger holds already: one with an id that the journal uses, or a pending one that it ends. */
    void load(Held held) {
        var transfer = held.transfer();
        transfers.put(transfer.id(), held);
        if (transfer.pendingId() != null) {
            endings.put(transfer.pendingId(), transfer.kind());
        }
    }

    Map<UUID, State> accounts() {
        return accounts;
    }

    List<Stored> accepted() {
        return accepted;
    }

    /** Closes the account to every transfer that comes after this. */
    void close(UUID account) {
        accounts.computeIfPresent(
                account,
                (id, state) -> new State(id, state.currency(), state.flags() | Flag.CLOSED.bit(), state.totals()));
    }

    /** Applies the transfer, or says why not and changes nothing. */
    Optional<Refusal> apply(Transfer transfer) {
        return switch (transfer.kind()) {
            case SINGLE, PENDING -> applyMove(transfer);
            case POST, VOID -> applyEnding(transfer);
        };
    }

    private Optional<Refusal> applyMove(Transfer transfer) {
        var amount = given(transfer.amount());
        var debitAccount = given(transfer.debit());
        var creditAccount = given(transfer.credit());
        var expires = expires(transfer.timeout());
        var stored = new Stored(
                transfer.id(),
                transfer.kind(),
                debitAccount.id(),
                creditAccount.id(),
                amount.minor(),
                amount.currency().getCode(),
                given(transfer.code()),
                null,
                expires.orElse(null));
        var existing = transfers.get(transfer.id());
        if (existing != null) {
            return Optional.of(exists(existing, stored, transfer.timeout()));
        }
        if (amount.isNegative()) {
            return Optional.of(Refusal.AMOUNT_MUST_NOT_BE_NEGATIVE);
        }
        if (debitAccount.equals(creditAccount)) {
            return Optional.of(Refusal.ACCOUNTS_MUST_BE_DIFFERENT);
        }
        var debit = accounts.get(stored.debitId());
        if (debit == null) {
            return Optional.of(Refusal.DEBIT_ACCOUNT_NOT_FOUND);
        }
        var credit = accounts.get(stored.creditId());
        if (credit == null) {
            return Optional.of(Refusal.CREDIT_ACCOUNT_NOT_FOUND);
        }
        if (!debit.currency().equals(credit.currency())) {
            return Optional.of(Refusal.ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY);
        }
        if (!debit.currency().equals(stored.currency())) {
            return Optional.of(Refusal.TRANSFER_MUST_HAVE_THE_SAME_CURRENCY_AS_ACCOUNTS);
        }
        if (Flag.CLOSED.in(debit.flags())) {
            return Optional.of(Refusal.DEBIT_ACCOUNT_ALREADY_CLOSED);
        }
        if (Flag.CLOSED.in(credit.flags())) {
            return Optional.of(Refusal.CREDIT_ACCOUNT_ALREADY_CLOSED);
        }
        boolean pending = transfer.kind() == Kind.PENDING;
        var overflow = Bounds.overflow(debit.totals(), credit.totals(), stored.amount(), pending);
        if (overflow.isPresent()) {
            return overflow;
        }
        if (transfer.timeout() != null && expires.isEmpty()) {
            return Optional.of(Refusal.OVERFLOWS_TIMEOUT);
        }
        var exceeds = Bounds.exceeds(debit, credit, stored.amount());
        if (exceeds.isPresent()) {
            return exceeds;
        }
        accounts.put(
                debit.id(),
                debit.with(debit.totals().debit(pending ? amount.minor() : 0, pending ? 0 : amount.minor())));
        accounts.put(
                credit.id(),
                credit.with(credit.totals().credit(pending ? amount.minor() : 0, pending ? 0 : amount.minor())));
        accept(stored);
        return Optional.empty();
    }

    private Optional<Refusal> applyEnding(Transfer transfer) {
        var pendingId = given(transfer.pendingId());
        var held = transfers.get(pendingId);
        var pending = held == null ? null : held.transfer();
        var existing = transfers.get(transfer.id());
        if (existing != null) {
            return Optional.of(existsEnding(existing, transfer, pending));
        }
        if (transfer.amount() != null && transfer.amount().isNegative()) {
            return Optional.of(Refusal.AMOUNT_MUST_NOT_BE_NEGATIVE);
        }
        if (transfer.id().equals(pendingId)) {
            return Optional.of(Refusal.PENDING_ID_MUST_BE_DIFFERENT);
        }
        if (pending == null) {
            return Optional.of(Refusal.PENDING_TRANSFER_NOT_FOUND);
        }
        if (pending.kind() != Kind.PENDING) {
            return Optional.of(Refusal.PENDING_TRANSFER_NOT_PENDING);
        }
        var stored = ending(transfer, pending);
        if (!stored.currency().equals(pending.currency())) {
            return Optional.of(Refusal.PENDING_TRANSFER_HAS_DIFFERENT_CURRENCY);
        }
        if (stored.amount() > pending.amount()) {
            return Optional.of(Refusal.EXCEEDS_PENDING_TRANSFER_AMOUNT);
        }
        var ended = endings.get(pendingId);
        if (ended != null) {
            return Optional.of(
                    ended == Kind.POST
                            ? Refusal.PENDING_TRANSFER_ALREADY_POSTED
                            : Refusal.PENDING_TRANSFER_ALREADY_VOIDED);
        }
        boolean post = transfer.kind() == Kind.POST;
        if (post && pending.expires() != null && !now.isBefore(pending.expires())) {
            return Optional.of(Refusal.PENDING_TRANSFER_EXPIRED);
        }
        var debit = given(accounts.get(pending.debitId()));
        var credit = given(accounts.get(pending.creditId()));
        if (post && Flag.CLOSED.in(debit.flags())) {
            return Optional.of(Refusal.DEBIT_ACCOUNT_ALREADY_CLOSED);
        }
        if (post && Flag.CLOSED.in(credit.flags())) {
            return Optional.of(Refusal.CREDIT_ACCOUNT_ALREADY_CLOSED);
        }
        long posted = post ? stored.amount() : 0;
        accounts.put(debit.id(), debit.with(debit.totals().debit(-pending.amount(), posted)));
        accounts.put(credit.id(), credit.with(credit.totals().credit(-pending.amount(), posted)));
        accept(stored);
        return Optional.empty();
    }

    private void accept(Stored stored) {
        load(new Held(stored, now));
        accepted.add(stored);
    }

    private static Stored ending(Transfer transfer, Stored pending) {
        var amount = transfer.amount();
        return new Stored(
                transfer.id(),
                transfer.kind(),
                pending.debitId(),
                pending.creditId(),
                amount == null ? pending.amount() : amount.minor(),
                amount == null ? pending.currency() : amount.currency().getCode(),
                pending.code(),
                pending.id(),
                null);
    }

    private static Refusal existsEnding(Held existing, Transfer transfer, @Nullable Stored pending) {
        if (existing.transfer().kind() != transfer.kind()) {
            return Refusal.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (pending == null
                || !given(transfer.pendingId()).equals(existing.transfer().pendingId())) {
            return Refusal.EXISTS_WITH_DIFFERENT_PENDING_ID;
        }
        return exists(existing, ending(transfer, pending), null);
    }

    /** The differences in the order of {@link Refusal}. */
    private static Refusal exists(Held held, Stored wanted, @Nullable Duration timeout) {
        var existing = held.transfer();
        if (existing.kind() != wanted.kind()) {
            return Refusal.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (!Objects.equals(held.timeout(), timeout == null ? null : timeout.truncatedTo(ChronoUnit.MICROS))) {
            return Refusal.EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        if (!existing.debitId().equals(wanted.debitId())) {
            return Refusal.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (!existing.creditId().equals(wanted.creditId())) {
            return Refusal.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (existing.amount() != wanted.amount()) {
            return Refusal.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        if (!existing.currency().equals(wanted.currency())) {
            return Refusal.EXISTS_WITH_DIFFERENT_CURRENCY;
        }
        return existing.code() == wanted.code() ? Refusal.EXISTS : Refusal.EXISTS_WITH_DIFFERENT_CODE;
    }

    private Optional<Instant> expires(@Nullable Duration timeout) {
        try {
            return timeout == null
                    ? Optional.empty()
                    : Optional.of(now.plus(timeout).truncatedTo(ChronoUnit.MICROS))
                            .filter(Ledger::isStorable);
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    /** Microseconds since 1970 fit into 64 bits, and the year into what both databases hold. */
    private static boolean isStorable(Instant instant) {
        return instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private static <T> T given(@Nullable T part) {
        return Objects.requireNonNull(part, "a transfer is made by its factories");
    }
}
