package org.homeline.settlement;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money to be moved by a bank: committed with a pending transfer before anything is sent, and ended in one of these ways. It
 * is {@link #SETTLED} (the transfer is posted), {@link #DECLINED}, {@link #REVERSED} or {@link #CANCELLED} (it is voided). What had
 * settled can still be {@link #RETURNED}.
 *
 * @param partner its id
 * @param kind a {@link Partner.Kind} in small letters
 * @param minor in minor units
 * @param details account number and description, sealed
 * @param tail the last digits of the account number, which may be shown
 * @param errand whose it is: what follows from the bank's answer
 * @param subject what the errand knows it by
 * @param pending the transfer that holds the money
 * @param state one of the constants
 * @param day the partner's business day on which it was sent; null before
 * @param stan systems trace audit number, field 11
 * @param rrn retrieval reference number, field 37
 * @param transmitted field 7 as it was first sent, which a reversal repeats
 * @param response the last response code, field 39
 * @param due not to be touched before; null once it has ended
 * @param tries how often its present message was sent
 * @param since when its present message was first due
 */
@MappedEntity("instruction")
public record Instruction(
        @Id UUID id,
        String partner,
        String kind,
        long minor,
        String currency,
        byte[] details,
        String tail,
        String errand,
        UUID subject,
        UUID pending,
        String state,
        @MappedProperty("business_day") @Nullable LocalDate day,
        @Nullable Integer stan,
        @Nullable String rrn,
        @Nullable String transmitted,
        @Nullable String response,
        @Nullable Instant due,
        int tries,
        Instant made,
        Instant since,
        long version)
        implements Row {
    /** Nothing was sent yet. */
    public static final String QUEUED = "queued";
    /** It may have reached the partner. */
    public static final String SENT = "sent";
    /** No answer came: it is being reversed. */
    public static final String REVERSING = "reversing";

    public static final String SETTLED = "settled";
    public static final String DECLINED = "declined";
    public static final String REVERSED = "reversed";
    /** Whoever gave it took it back before anything was sent. */
    public static final String CANCELLED = "cancelled";
    /** It had settled, and the bank has undone that since. */
    public static final String RETURNED = "returned";
    /** The operator has to decide. */
    public static final String EXCEPTION = "exception";

    /** How long the money is held at most: far longer than any partner takes, or an operator. */
    static final Duration HOLD = Duration.ofDays(90);

    public Money amount() {
        return Money.of(minor, currency);
    }

    public Partner.Kind direction() {
        return Partner.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the bank's own books have it on its business day: also where it was undone on a later one. */
    public boolean wasSettled() {
        return state.equals(SETTLED) || state.equals(RETURNED);
    }

    /**
     * What the bank owes Homeline by it, in minor units: positive for a debit, negative for a credit, zero where it was not
     * done.
     */
    public long effectMinor() {
        return !wasSettled() ? 0 : direction() == Partner.Kind.DEBIT ? minor : -minor;
    }

    /** Whether the bank has answered for good, or an operator has. */
    public boolean isOver() {
        return switch (state) {
            case SETTLED, DECLINED, REVERSED, RETURNED, CANCELLED -> true;
            default -> false;
        };
    }

    /** Ended in this way. */
    Instruction ended(String how, @Nullable String code) {
        return in(how, code, null);
    }

    /** For the operator to decide. */
    Instruction exceptional(@Nullable String code) {
        return in(EXCEPTION, code, null);
    }

    /** On its way for the first time. */
    public Instruction sent(LocalDate on, int trace, String reference, String at, Instant now, Instant nextDue) {
        return copy(SENT, on, trace, reference, at, response, nextDue, 1, now, version);
    }

    /** Nobody answered: the advice that takes it back goes out. */
    public Instruction reversing(Instant now, Instant nextDue) {
        return copy(REVERSING, day, stan, rrn, transmitted, response, nextDue, 1, now, version);
    }

    /** The same message once more. */
    public Instruction repeated(Instant nextDue) {
        return copy(state, day, stan, rrn, transmitted, response, nextDue, tries + 1, since, version);
    }

    /** Not to be touched before. */
    public Instruction postponed(Instant nextDue) {
        return copy(state, day, stan, rrn, transmitted, response, nextDue, tries, since, version);
    }

    /** As it stands in its row once this was written there. */
    public Instruction written() {
        return copy(state, day, stan, rrn, transmitted, response, due, tries, since, version + 1);
    }

    private Instruction in(String next, @Nullable String code, @Nullable Instant nextDue) {
        return copy(next, day, stan, rrn, transmitted, code == null ? response : code, nextDue, tries, since, version);
    }

    private Instruction copy(
            String nextState,
            @Nullable LocalDate nextDay,
            @Nullable Integer nextStan,
            @Nullable String nextRrn,
            @Nullable String nextTransmitted,
            @Nullable String nextResponse,
            @Nullable Instant nextDue,
            int nextTries,
            Instant nextSince,
            long nextVersion) {
        return new Instruction(
                id,
                partner,
                kind,
                minor,
                currency,
                details,
                tail,
                errand,
                subject,
                pending,
                nextState,
                nextDay,
                nextStan,
                nextRrn,
                nextTransmitted,
                nextResponse,
                nextDue,
                nextTries,
                made,
                nextSince,
                nextVersion);
    }

    /** Whom and what it names, without what only the partner may read. */
    @Override
    public String toString() {
        return "Instruction[" + id + " " + kind + " " + partner + " " + state + "]";
    }
}
