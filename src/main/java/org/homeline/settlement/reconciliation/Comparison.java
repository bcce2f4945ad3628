package org.homeline.settlement.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Discrepancy.Evidence;
import org.homeline.settlement.Discrepancy.Kind;
import org.homeline.settlement.Instruction;
import org.jspecify.annotations.Nullable;

/** Holds a day's instructions against the bank's items, one by one. */
final class Comparison {
    /** What a partner answers to the reversal of something that it does not know. */
    private static final String NOTHING_TO_REVERSE = "25";

    private Comparison() {}

    /**
     * What does not agree.
     *
     * @param instruction null where Homeline knows of none
     * @param item null where the bank has none
     */
    record Difference(
            Kind kind,
            @Nullable Instruction instruction,
            @Nullable BankItem item,
            Evidence evidence) {
        String currency() {
            return instruction == null ? Objects.requireNonNull(item).currency() : instruction.currency();
        }

        @Nullable
        String rrn() {
            return instruction == null ? Objects.requireNonNull(item).rrn() : instruction.rrn();
        }

        /** Whether the bank has undone on this day what was not sent on it. */
        boolean isUndoneLater() {
            return instruction == null && item != null && item.status().equals(BankItem.REVERSED);
        }

        /** Whether the bank has an item that undoes an instruction which it has not, or had on another day. */
        boolean isUndoing() {
            return kind == Kind.UNKNOWN_TO_US && instruction != null;
        }

        boolean isMissing() {
            return kind == Kind.MISSING_AT_BANK;
        }

        @Nullable
        UUID instructionId() {
            return instruction == null ? null : instruction.id();
        }

        /** It is an instruction of an earlier day. */
        Difference undoing(Instruction earlier) {
            var undone = Objects.requireNonNull(item);
            return new Difference(
                    kind,
                    earlier,
                    undone,
                    new Evidence(say(earlier), say(undone), -earlier.effectMinor(), returnOnce(earlier)));
        }

        /** Likewise, but the bank keeps a part: that is nobody's to have back. */
        Difference undoingPartOf(Instruction earlier) {
            var undone = Objects.requireNonNull(item);
            return new Difference(
                    kind, earlier, undone, Comparison.evidence(say(earlier), say(undone), undone.undoneMinor()));
        }

        /** The same each time that the same is found. */
        UUID id(String partner, String day) {
            if (kind == Kind.UNRESOLVED) {
                return Objects.requireNonNull(instruction).id();
            }
            return id(
                    partner,
                    day,
                    kind,
                    item == null ? Objects.requireNonNull(instruction).id().toString() : name(item));
        }

        /** Of an exception of the same day and kind that is about the item. */
        static UUID idOf(BankItem item, Discrepancy like) {
            return id(like.partner(), like.day().toString(), like.what(), name(item));
        }

        private static String name(BankItem item) {
            return item.stan() + " " + item.rrn() + " " + item.kind() + " " + item.currency();
        }

        private static UUID id(String partner, String day, Kind kind, String what) {
            return UUID.nameUUIDFromBytes(
                    String.join(" ", partner, day, kind.label(), what).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Key(int stan, String rrn, String kind, String currency) {
        static Key of(Instruction one) {
            return new Key(
                    Objects.requireNonNull(one.stan()), Objects.requireNonNull(one.rrn()), one.kind(), one.currency());
        }

        static Key of(BankItem one) {
            return new Key(one.stan(), one.rrn(), one.kind(), one.currency());
        }
    }

    /** Ours first, in the order of their trace numbers, then what only the bank has. */
    static List<Difference> of(List<Instruction> ours, List<BankItem> theirs) {
        var items = new HashMap<Key, BankItem>();
        theirs.forEach(item -> items.put(Key.of(item), item));
        var found = new ArrayList<Difference>();
        for (var instruction : ours) {
            var item = items.remove(Key.of(instruction));
            (item == null ? missing(instruction) : both(instruction, item)).ifPresent(found::add);
        }
        theirs.stream()
                .filter(item -> items.containsKey(Key.of(item)))
                .map(item -> new Difference(
                        Kind.UNKNOWN_TO_US, null, item, evidence(Discrepancy.NOTHING, say(item), item.effectMinor())))
                .forEach(found::add);
        return found;
    }

    private static Optional<Difference> missing(Instruction instruction) {
        return switch (instruction.state()) {
            case Instruction.EXCEPTION -> Optional.of(doubt(instruction, null, Correction.GIVE_BACK));
            case Instruction.SETTLED, Instruction.RETURNED ->
                Optional.of(missing(instruction, -instruction.effectMinor()));
            case Instruction.REVERSED ->
                NOTHING_TO_REVERSE.equals(instruction.response())
                        ? Optional.empty()
                        : Optional.of(missing(instruction, 0));
            default -> Optional.empty();
        };
    }

    private static Difference missing(Instruction instruction, long gap) {
        return new Difference(
                Kind.MISSING_AT_BANK, instruction, null, evidence(say(instruction), Discrepancy.NOTHING, gap));
    }

    private static Optional<Difference> both(Instruction instruction, BankItem item) {
        boolean sameAmount = instruction.minor() == item.minor();
        if (instruction.state().equals(Instruction.EXCEPTION)) {
            var speaksFor = item.isBooked() && sameAmount ? Correction.SETTLE : Correction.GIVE_BACK;
            return Optional.of(doubt(instruction, item, speaksFor));
        }
        var status = instruction.wasSettled()
                ? BankItem.BOOKED
                : instruction.state().equals(Instruction.REVERSED) ? BankItem.REVERSED : Discrepancy.NOTHING;
        if (status.equals(item.status()) && sameAmount) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                status.equals(item.status()) ? Kind.DIFFERENT_AMOUNT : Kind.DIFFERENT_STATUS,
                instruction,
                item,
                evidence(instruction, item)));
    }

    private static Difference doubt(Instruction instruction, @Nullable BankItem item, Correction speaksFor) {
        var evidence = new Evidence(say(instruction), item == null ? Discrepancy.NOTHING : say(item), 0, speaksFor);
        return new Difference(Kind.UNRESOLVED, instruction, item, evidence);
    }

    /** What the bank has undone is the customer's to have back, or to give back; once. */
    private static Correction returnOnce(Instruction settled) {
        return settled.state().equals(Instruction.RETURNED) ? Correction.ACCEPT : Correction.RETURN;
    }

    private static Evidence evidence(Instruction instruction, BankItem item) {
        long gap = item.effectMinor() - instruction.effectMinor();
        return instruction.wasSettled()
                        && item.status().equals(BankItem.REVERSED)
                        && instruction.minor() == item.minor()
                ? new Evidence(say(instruction), say(item), gap, returnOnce(instruction))
                : evidence(say(instruction), say(item), gap);
    }

    private static Evidence evidence(String ours, String theirs, long gap) {
        return new Evidence(ours, theirs, gap, gap == 0 ? Correction.ACCEPT : Correction.SUSPENSE);
    }

    private static String say(Instruction one) {
        return one.state() + " " + one.kind() + " of " + one.amount();
    }

    private static String say(BankItem one) {
        return one.status() + " " + one.kind() + " of " + Money.of(one.minor(), one.currency());
    }
}
