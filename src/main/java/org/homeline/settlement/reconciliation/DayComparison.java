package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.reconciliation.Comparison.Difference;

/**
 * Holds a day's instructions, and what the bank has undone of earlier days, against the bank's items. Each instruction is in one
 * difference at most: what a bank lists of it beyond that can't move it once more.
 */
@Singleton
final class DayComparison {
    /** How many of a day's items are looked for at once among instructions of earlier days. */
    private static final int MOST = 500;

    private final Partners partners;
    private final Instructions instructions;
    private final BankItems items;
    private final Discrepancies discrepancies;

    DayComparison(Partners partners, Instructions instructions, BankItems items, Discrepancies discrepancies) {
        this.partners = partners;
        this.instructions = instructions;
        this.items = items;
        this.discrepancies = discrepancies;
    }

    /**
     * What a comparison came to.
     *
     * @param known the exceptions of the day, and of its instructions in doubt, that there were before; by id
     */
    record Seen(Map<UUID, Discrepancy> known, List<Difference> differences, ItemFindings findings) {}

    Seen compare(Partner partner, LocalDate day, List<Instruction> ours, List<BankItem> theirs, Instant now) {
        var known = known(partner, day, ours);
        var differences = differences(partner, ours, theirs);
        return new Seen(known, differences, ItemFindings.of(partner.id(), day, known, differences, now));
    }

    /** What the items and the books now show to be different, without items nothing. */
    List<Difference> differences(Partner partner, LocalDate day) {
        var theirs = items.of(partner.id(), day);
        return theirs.isEmpty() ? List.of() : differences(partner, instructions.ofDay(partner, day), theirs);
    }

    /** What would have to move for an exception of items as they now are; empty where they do not show it. */
    OptionalLong gap(Discrepancy found, Instant now) {
        var partner = partners.of(found.partner());
        var day = found.day();
        return compare(partner, day, instructions.ofDay(partner, day), items.of(partner.id(), day), now)
                .findings()
                .gap(found.id());
    }

    private List<Difference> differences(Partner partner, List<Instruction> ours, List<BankItem> theirs) {
        var found = Comparison.of(ours, theirs);
        var settled = settled(partner, found);
        var missing = found.stream()
                .filter(Difference::isMissing)
                .map(Difference::instructionId)
                .collect(Collectors.toSet());
        // Its own item says how the bank has it, so that another one can't be what undoes it.
        var shown = found.stream()
                .filter(difference -> !difference.isMissing())
                .map(Difference::instructionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        var known = found.stream()
                .map(difference -> undoing(difference, settled, missing, shown))
                .toList();
        // An item that undoes it under another trace number says why it is missing.
        return known.stream()
                .filter(difference -> !difference.isMissing() || !shown.contains(difference.instructionId()))
                .toList();
    }

    /** What the bank has undone of whichever day is known by its retrieval reference number. */
    private Map<String, Instruction> settled(Partner partner, List<Difference> found) {
        var references = found.stream()
                .filter(Difference::isUndoneLater)
                .map(difference -> Objects.requireNonNull(difference.rrn()))
                .toList();
        var settled = new HashMap<String, Instruction>();
        for (int from = 0; from < references.size(); from += MOST) {
            instructions
                    .settled(partner.id(), references.subList(from, Math.min(references.size(), from + MOST)))
                    .forEach(one -> settled.merge(
                            Objects.requireNonNull(one.rrn()),
                            one,
                            BinaryOperator.maxBy(Comparator.comparing(Instruction::made))));
        }
        return settled;
    }

    /**
     * @param missing which instructions the bank has not
     * @param shown which a difference is about already beyond that; this one's is added
     */
    private static Difference undoing(
            Difference difference, Map<String, Instruction> settled, Set<UUID> missing, Set<UUID> shown) {
        var item = difference.item();
        var earlier = difference.isUndoneLater() ? settled.get(difference.rrn()) : null;
        if (earlier == null
                || item == null
                || !earlier.kind().equals(item.kind())
                || !earlier.currency().equals(item.currency())
                || item.minor() > earlier.minor()) {
            return difference;
        }
        if (item.minor() == earlier.minor()) {
            return shown.add(earlier.id()) ? difference.undoing(earlier) : difference;
        }
        // What is missing altogether is more than a part.
        return !missing.contains(earlier.id()) && shown.add(earlier.id())
                ? difference.undoingPartOf(earlier)
                : difference;
    }

    /** Those of instructions in doubt may have been found on a later day. */
    private Map<UUID, Discrepancy> known(Partner partner, LocalDate day, List<Instruction> ours) {
        var known = new HashMap<UUID, Discrepancy>();
        discrepancies.findOfDay(partner.id(), day).forEach(one -> known.put(one.id(), one));
        var inDoubt = ours.stream()
                .filter(one -> one.state().equals(Instruction.EXCEPTION) && !known.containsKey(one.id()))
                .map(Instruction::id)
                .toList();
        if (!inDoubt.isEmpty()) {
            discrepancies.findByIdIn(inDoubt).forEach(one -> known.put(one.id(), one));
        }
        return known;
    }
}
