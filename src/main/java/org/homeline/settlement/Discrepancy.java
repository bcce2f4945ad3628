package org.homeline.settlement;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not agree with a bank, or that nobody can tell: one operator proposes how it is corrected, another
 * approves. What was booked stays as it is; a correction is another journal.
 *
 * @param id of an instruction in doubt, a statement's line and a payment not shown: its own; of a kept amount: a new one each
 *     time; else it follows from what it is about, so that the same is never found twice
 * @param kind a {@link Kind}'s label
 * @param instruction null where Homeline knows of none
 * @param line of a bank statement; null for all else
 * @param rrn the retrieval reference number; null for a statement's line
 * @param ours how it stands in Homeline's books, in words
 * @param theirs how it stands in the bank's
 * @param gapMinor what has to move so that both agree, in minor units: positive where the bank owes Homeline more, or has
 *     more of its money, than the books say
 * @param proposal the {@link Correction} that what is known speaks for
 * @param state one of the constants
 * @param correction what an operator proposed; null too where it was withdrawn, because both sides agree meanwhile
 * @param approval why it was approved, or withdrawn
 * @param undone which instruction the bank has undone, where a {@link Correction#RETURN} is proposed or was approved
 * @param movesMinor what the correction moves, in minor units, as {@code gapMinor} counts: what the bank has undone, or the gap;
 *     of an instruction in doubt, and of a kept amount, all of it, above zero; 0 where nothing moves
 * @param bookedAs the {@link Correction} that stands in the books, also while another is proposed in its place; null where none
 *     was approved
 * @param bookedProposedBy who proposed what stands in the books; null where nothing does
 * @param bookedApprovedBy who approved it
 * @param follows the exception that was corrected by another gap than the bank's later items show; null for any other
 */
@MappedEntity("settlement_exception")
public record Discrepancy(
        @Id UUID id,
        String partner,
        @MappedProperty("business_day") LocalDate day,
        String currency,
        String kind,
        @Nullable UUID instruction,
        @Nullable UUID line,
        @Nullable String rrn,
        String ours,
        String theirs,
        long gapMinor,
        String proposal,
        String state,
        @Nullable String correction,
        @Nullable String reason,
        @Nullable String proposedBy,
        @Nullable String approvedBy,
        @Nullable String approval,
        @Nullable UUID undone,
        long movesMinor,
        @Nullable String bookedAs,
        @Nullable String bookedProposedBy,
        @Nullable String bookedApprovedBy,
        @Nullable UUID follows,
        Instant made,
        @Nullable Instant ended,
        long version)
        implements Row {
    public static final String OPEN = "open";
    /** Waits for another operator. */
    public static final String PROPOSED = "proposed";

    public static final String RESOLVED = "resolved";
    /** In place of what one side does not have, or nobody knows. */
    public static final String NOTHING = "nothing";

    /** In place of what the bank has, where later items of it agree with the books as they were before a correction. */
    public static final String AGREES = "no longer different by the bank's later items";

    private static final String UNKNOWN = "unknown";

    /** What does not agree. */
    public enum Kind {
        /** An instruction that nobody can tell the end of. */
        UNRESOLVED,
        /** A customer's amount that the bank it came from does not take back: it stays held until its owner is found. */
        UNRETURNED,
        MISSING_AT_BANK,
        UNKNOWN_TO_US,
        DIFFERENT_AMOUNT,
        DIFFERENT_STATUS,
        /** A line of a bank statement that is nothing the books know. */
        UNMATCHED_LINE,
        /** A payment of the net position that an operator says was made: {@link Discrepancy#theirs} is its reference. */
        PAYMENT,
        /** A booked payment that the bank's statements do not show. */
        UNSHOWN_PAYMENT;

        /** Whether a day's items show it, so that other items can show that it is not so. */
        public boolean isOfItems() {
            return switch (this) {
                case MISSING_AT_BANK, UNKNOWN_TO_US, DIFFERENT_AMOUNT, DIFFERENT_STATUS -> true;
                case UNRESOLVED, UNRETURNED, UNMATCHED_LINE, PAYMENT, UNSHOWN_PAYMENT -> false;
            };
        }

        /** Whether a business day is not over with as long as it is open. */
        public boolean keepsDayOpen() {
            return isOfItems() || this == UNRESOLVED;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What both sides say, and which correction that speaks for. */
    public record Evidence(String ours, String theirs, long gapMinor, Correction proposal) {}

    /**
     * An instruction that nobody can tell the end of. Until the bank's items say more, the proposal is what would not give
     * Homeline's money away.
     */
    static Discrepancy doubt(Instruction instruction, LocalDate day, Instant now) {
        boolean debit = instruction.direction() == Partner.Kind.DEBIT;
        var evidence = new Evidence(
                Instruction.EXCEPTION + " " + instruction.amount(),
                UNKNOWN,
                0,
                debit ? Correction.GIVE_BACK : Correction.SETTLE);
        return fresh(
                instruction.id(),
                Kind.UNRESOLVED,
                instruction.partner(),
                day,
                instruction.currency(),
                instruction.rrn(),
                instruction.id(),
                null,
                evidence,
                now);
    }

    /** One that was found just now. */
    public static Discrepancy fresh(
            UUID id,
            Kind kind,
            String partner,
            LocalDate day,
            String currency,
            @Nullable String rrn,
            @Nullable UUID instruction,
            @Nullable UUID line,
            Evidence evidence,
            Instant now) {
        return new Discrepancy(
                id,
                partner,
                day,
                currency,
                kind.label(),
                instruction,
                line,
                rrn,
                evidence.ours(),
                evidence.theirs(),
                evidence.gapMinor(),
                evidence.proposal().label(),
                OPEN,
                null,
                null,
                null,
                null,
                null,
                null,
                evidence.gapMinor(),
                null,
                null,
                null,
                null,
                now,
                null,
                0);
    }

    /** The same, new as it is, as what is left of another. */
    public Discrepancy following(UUID first) {
        return copy(new Subject(instruction, first), evidence(), said(), standing());
    }

    /** The same, where it is known by now which instruction it is about. */
    public Discrepancy about(@Nullable UUID known) {
        return instruction == null && known != null
                ? copy(new Subject(known, follows), evidence(), said(), standing())
                : this;
    }

    /** Whether it is of a day's items, and its gap was moved to suspense or losses. */
    public boolean isParked() {
        return what().isOfItems()
                && booked().filter(booked -> booked == Correction.WRITE_OFF || booked == Correction.SUSPENSE)
                        .isPresent();
    }

    /** Corrected, and open again only because later items agree with the books as they were before. */
    public boolean isReopened() {
        return isParked() && isWaiting() && theirs.equals(AGREES);
    }

    public Kind what() {
        return Kind.of(kind);
    }

    /** What the correction moves that is proposed or was approved. */
    public Money moves() {
        return Money.of(movesMinor, currency);
    }

    /** Which instruction somebody says that the bank has undone, where the exception itself does not say it. */
    public Optional<UUID> named() {
        return Optional.ofNullable(undone).filter(which -> !which.equals(instruction));
    }

    public Money gap() {
        return Money.of(gapMinor, currency);
    }

    /** Whether it waits for somebody, whatever stands in the books meanwhile. */
    public boolean isWaiting() {
        return !state.equals(RESOLVED);
    }

    public boolean isProposed() {
        return state.equals(PROPOSED);
    }

    /** Nobody has decided anything about it yet, and both sides still differ. */
    public boolean isUndecided() {
        return bookedAs == null && !state.equals(RESOLVED);
    }

    /** A correction of it was approved; another may be proposed in its place. */
    public boolean isDecided() {
        return bookedAs != null;
    }

    /** Whether both sides came to agree by themselves, so that nobody corrected anything. */
    public boolean isWithdrawn() {
        return bookedAs == null && state.equals(RESOLVED);
    }

    /** Whether nothing else can be proposed any more. */
    public boolean isOver() {
        return isWithdrawn() || booked().filter(Correction::isFinal).isPresent();
    }

    /** What stands in the books. */
    public Optional<Correction> booked() {
        return Optional.ofNullable(bookedAs).flatMap(Correction::find);
    }

    public Evidence evidence() {
        return new Evidence(ours, theirs, gapMinor, Correction.find(proposal).orElseThrow());
    }

    /** Open, as both sides now show it: what was proposed before, or accepted, was about something else. */
    public Discrepancy shown(Evidence now) {
        return copy(subject(), now, new Said(OPEN, null, null, null, null, null, null, null, now.gapMinor()), moved());
    }

    /** No longer different: nothing moves, and what was proposed is void. */
    public Discrepancy withdrawn(String why, Instant now) {
        return copy(subject(), evidence(), new Said(RESOLVED, null, null, null, null, why, now, null, 0), moved());
    }

    private Subject subject() {
        return new Subject(instruction, follows);
    }

    private Said said() {
        return new Said(state, correction, reason, proposedBy, approvedBy, approval, ended, undone, movesMinor);
    }

    /** What stands in the books as money. */
    private Booked moved() {
        return booked().filter(Correction.ACCEPT::equals).isPresent() ? Booked.NOTHING : standing();
    }

    private Booked standing() {
        return new Booked(bookedAs, bookedProposedBy, bookedApprovedBy);
    }

    /**
     * In place of whatever was proposed, or approved, before; until it is approved, what was approved stands.
     *
     * @param amount of the instruction that it is about; zero where it is about none
     */
    public Discrepancy proposed(Correction wanted, String why, String by, long amount) {
        long moves = switch (what()) {
            case UNRESOLVED, UNRETURNED -> amount;
            default -> wanted == Correction.ACCEPT ? -takenBack() : gapMinor;
        };
        return proposed(wanted, why, by, null, moves);
    }

    /** What stands in suspense or losses, and comes back from there where nothing shall move. */
    private long takenBack() {
        return booked().filter(booked -> booked == Correction.SUSPENSE || booked == Correction.WRITE_OFF)
                        .isPresent()
                ? gapMinor
                : 0;
    }

    /** What the bank's items speak for, where that is another correction of an instruction in doubt; empty without items. */
    public Optional<String> objection(Correction wanted) {
        return what() == Kind.UNRESOLVED
                        && !theirs.equals(UNKNOWN)
                        && !wanted.label().equals(proposal)
                ? Optional.of("the bank's items have \"" + theirs + "\" of it, which speaks for " + proposal)
                : Optional.empty();
    }

    /** Likewise, that the bank has undone all of an instruction. */
    public Discrepancy returned(Instruction by, String why, String who) {
        return proposed(Correction.RETURN, why, who, by.id(), -by.effectMinor());
    }

    private Discrepancy proposed(Correction wanted, String why, String by, @Nullable UUID which, long moves) {
        var said = new Said(PROPOSED, wanted.label(), why, by, null, null, null, which, moves);
        return copy(subject(), evidence(), said, standing());
    }

    public Discrepancy approved(String by, String why, Instant now) {
        var said = new Said(RESOLVED, correction, reason, proposedBy, by, why, now, undone, movesMinor);
        return copy(subject(), evidence(), said, new Booked(correction, proposedBy, by));
    }

    /** What it is about. */
    private record Subject(
            @Nullable UUID instruction, @Nullable UUID follows) {}

    /** What stands in the books, by whom. */
    private record Booked(
            @Nullable String as,
            @Nullable String proposedBy,
            @Nullable String approvedBy) {
        private static final Booked NOTHING = new Booked(null, null, null);
    }

    /** What people said of it. */
    private record Said(
            String state,
            @Nullable String correction,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable String approvedBy,
            @Nullable String approval,
            @Nullable Instant ended,
            @Nullable UUID undone,
            long movesMinor) {}

    private Discrepancy copy(Subject subject, Evidence seen, Said said, Booked booked) {
        return new Discrepancy(
                id,
                partner,
                day,
                currency,
                kind,
                subject.instruction(),
                line,
                rrn,
                seen.ours(),
                seen.theirs(),
                seen.gapMinor(),
                seen.proposal().label(),
                said.state(),
                said.correction(),
                said.reason(),
                said.proposedBy(),
                said.approvedBy(),
                said.approval(),
                said.undone(),
                said.movesMinor(),
                booked.as(),
                booked.proposedBy(),
                booked.approvedBy(),
                subject.follows(),
                made,
                said.ended(),
                version);
    }
}
