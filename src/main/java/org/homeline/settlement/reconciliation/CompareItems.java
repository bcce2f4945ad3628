package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Discrepancy.Evidence;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.homeline.settlement.reconciliation.Comparison.Difference;

/** For the operator: compares a day that is over with the bank's items, which were taken before. */
@Singleton
public final class CompareItems extends Operation<CompareItems.Input, CompareItems.Reply> {
    public static final String NAME = "settlement.compareItems";
    /** How much a journal writes at most; what is beyond it is found the next time. */
    private static final int MOST = 500;

    private static final String AGAIN = "different again by the bank's later items";
    private static final String NO_LONGER = "no longer different by the bank's later items";

    @Serdeable
    record Input(String partner, LocalDate day) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits CompareItems.Compared, CompareItems.DayNotOver, CompareItems.StillUnderWay, UnknownPartner {}

    /**
     * @param items how many the bank has
     * @param newExceptions how many differences were found that were not known before
     * @param knownExceptions how many were
     * @param correctionsInDoubt how many were corrected although the bank's later items show them to agree: they are open once more
     * @param noLongerDifferent how many that were found before the bank's corrected items show to agree, or to be another kind
     */
    @Serdeable
    record Compared(
            LocalDate day,
            int instructions,
            int items,
            int newExceptions,
            int knownExceptions,
            int noLongerDifferent,
            int correctionsInDoubt)
            implements Reply, Success {}

    @Serdeable
    record DayNotOver(LocalDate day) implements Reply {}

    @Serdeable
    record StillUnderWay(LocalDate day, long instructions) implements Reply {}

    private final Partners partners;
    private final Instructions instructions;
    private final BankItems items;
    private final Discrepancies discrepancies;
    private final SettlementDays days;

    CompareItems(
            Partners partners,
            Instructions instructions,
            BankItems items,
            Discrepancies discrepancies,
            SettlementDays days) {
        super(NAME, Input.class, Reply.class);
        this.partners = partners;
        this.instructions = instructions;
        this.items = items;
        this.discrepancies = discrepancies;
        this.days = days;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return partners.find(input.partner())
                .map(partner -> decide(partner, input.day(), attempt))
                .orElseGet(() -> Decision.answer(UnknownPartner.in(partners)));
    }

    private Decision<Reply> decide(Partner partner, LocalDate day, Attempt attempt) {
        if (attempt.now().isBefore(partner.cutOver().end(day))) {
            return Decision.answer(new DayNotOver(day));
        }
        var ours = instructions.ofDay(partner, day);
        long underWay = ours.stream()
                .filter(one ->
                        one.state().equals(Instruction.SENT) || one.state().equals(Instruction.REVERSING))
                .count();
        return underWay > 0 ? Decision.answer(new StillUnderWay(day, underWay)) : compare(partner, day, ours, attempt);
    }

    private Decision<Reply> compare(Partner partner, LocalDate day, List<Instruction> ours, Attempt attempt) {
        var theirs = items.of(partner.id(), day);
        var known = known(partner, day, ours);
        var fresh = new ArrayList<Discrepancy>();
        var better = new ArrayList<Discrepancy>();
        int before = 0;
        var differences = earlier(partner, Comparison.of(ours, theirs));
        var decided = known.values().stream()
                .filter(Discrepancy::isDecided)
                .map(Discrepancy::id)
                .collect(Collectors.toSet());
        var booked = booked(known.values());
        for (var difference : differences) {
            var found = known.remove(difference.id(partner.id(), day.toString()));
            if (found != null) {
                before++;
                shown(found, evidence(difference, booked), attempt.now()).ifPresent(better::add);
            } else if (fresh.size() < MOST) {
                fresh.add(fresh(difference, evidence(difference, booked), partner, day, attempt));
            }
        }
        var agreed = known.values().stream().filter(CompareItems::isOpenItem).toList();
        var different = differences.stream()
                .flatMap(one -> Optional.ofNullable(one.instruction()).stream())
                .map(Instruction::id)
                .collect(Collectors.toSet());
        var doubted = known.values().stream()
                .filter(one -> isInDoubt(one) && !different.contains(one.instruction()))
                .toList();
        known.values().stream()
                .filter(one -> isDoubted(one) && different.contains(one.instruction()))
                .forEach(one -> better.add(one.withdrawn(AGAIN, attempt.now())));
        var draft = attempt.draft()
                .fact("partner", partner.id())
                .fact("day", day)
                .fact("items", theirs.size())
                .fact("new exceptions", fresh.size())
                .fact("no longer different", agreed.size());
        fresh.forEach(draft::write);
        better.forEach(draft::write);
        agreed.forEach(one -> draft.write(one.withdrawn(NO_LONGER, attempt.now())));
        doubted.forEach(
                one -> draft.write(one.shown(new Evidence(one.ours(), NO_LONGER, one.gapMinor(), Correction.ACCEPT))));
        end(partner, day, differences, decided, attempt.now()).forEach(draft::write);
        return Decision.propose(
                new Compared(day, ours.size(), theirs.size(), fresh.size(), before, agreed.size(), doubted.size()),
                draft);
    }

    /** What the bank has undone of earlier days is known by its retrieval reference number. */
    private List<Difference> earlier(Partner partner, List<Difference> found) {
        var references = found.stream()
                .filter(Difference::isUndoneLater)
                .map(difference -> Objects.requireNonNull(difference.rrn()))
                .limit(MOST)
                .toList();
        var settled = instructions.settled(partner.id(), references).stream()
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.rrn()),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Instruction::made))));
        return found.stream().map(difference -> undone(difference, settled)).toList();
    }

    private static Difference undone(Difference difference, Map<String, Instruction> settled) {
        var item = difference.item();
        var rrn = difference.rrn();
        var earlier = difference.isUndoneLater() && rrn != null ? settled.get(rrn) : null;
        return earlier != null
                        && item != null
                        && earlier.minor() == item.minor()
                        && earlier.kind().equals(item.kind())
                        && earlier.currency().equals(item.currency())
                ? difference.undoing(earlier)
                : difference;
    }

    /** The day in those currencies in which it is different, and nothing is left to decide. */
    private List<SettlementDay> end(
            Partner partner, LocalDate day, List<Difference> found, Set<UUID> decided, Instant now) {
        var ended = new ArrayList<SettlementDay>();
        for (var one : days.of(partner.id(), day)) {
            var its = found.stream()
                    .filter(difference -> difference.currency().equals(one.currency()))
                    .toList();
            if (one.state().equals(SettlementDay.DIFFERENT)
                    && its.stream().allMatch(it -> decided.contains(it.id(partner.id(), day.toString())))) {
                ended.add(DayEnd.ended(one, its, decided, now));
            }
        }
        return ended;
    }

    /** By id; those of instructions in doubt may have been found on a later day. */
    private Map<UUID, Discrepancy> known(Partner partner, LocalDate day, List<Instruction> ours) {
        var known = new HashMap<UUID, Discrepancy>();
        discrepancies.findOfDay(partner.id(), day).forEach(one -> known.put(one.id(), one));
        ours.stream()
                .filter(one -> one.state().equals(Instruction.EXCEPTION) && !known.containsKey(one.id()))
                .forEach(one -> discrepancies.findById(one.id()).ifPresent(found -> known.put(one.id(), found)));
        return known;
    }

    /**
     * One that stands otherwise than it was recorded. Whoever proposed a correction saw the old figures, and one that was
     * withdrawn may have come back.
     */
    private static Optional<Discrepancy> shown(Discrepancy known, Evidence evidence, Instant now) {
        if (isDoubted(known)) {
            // Its gap stays what was booked for it.
            var again = new Evidence(evidence.ours(), evidence.theirs(), known.gapMinor(), Correction.SUSPENSE);
            return Optional.of(known.shown(again).withdrawn(AGAIN, now));
        }
        boolean same = !known.isWithdrawn() && known.evidence().equals(evidence);
        return known.isDecided() || same ? Optional.empty() : Optional.of(known.shown(evidence));
    }

    /** What corrections have moved already, in minor units, by instruction. */
    private static Map<UUID, Long> booked(Collection<Discrepancy> known) {
        return known.stream()
                .filter(one -> one.instruction() != null
                        && one.booked().filter(CompareItems::isMoving).isPresent())
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.instruction()), CompareItems::moved, Long::sum));
    }

    private static long moved(Discrepancy one) {
        return one.booked().filter(Correction.RETURN::equals).isPresent() ? one.movesMinor() : one.gapMinor();
    }

    private static boolean isMoving(Correction booked) {
        return switch (booked) {
            case WRITE_OFF, SUSPENSE, RETURN -> true;
            case SETTLE, GIVE_BACK, UNCLAIMED, ACCEPT -> false;
        };
    }

    /** The gap that is left: what was corrected as another kind is not to be booked once more. */
    private static Evidence evidence(Difference difference, Map<UUID, Long> booked) {
        var evidence = difference.evidence();
        var instruction = difference.instruction();
        long before = instruction == null ? 0 : booked.getOrDefault(instruction.id(), 0L);
        if (before == 0) {
            return evidence;
        }
        long left = evidence.gapMinor() - before;
        return new Evidence(
                evidence.ours(), evidence.theirs(), left, left == 0 ? Correction.ACCEPT : Correction.SUSPENSE);
    }

    /** Corrected, and open again only because items showed it to agree. */
    private static boolean isDoubted(Discrepancy known) {
        return known.isDecided() && known.isWaiting() && known.theirs().equals(NO_LONGER);
    }

    /**
     * Nobody would take back what rested on items that the bank has corrected, if nobody were told. Where the instruction still
     * differs, the gap that is left says it.
     */
    private static boolean isInDoubt(Discrepancy known) {
        return known.what().isOfItems()
                && !known.isWaiting()
                && known.booked()
                        .filter(booked -> booked == Correction.WRITE_OFF || booked == Correction.SUSPENSE)
                        .isPresent();
    }

    /** What items have found, and so can take back. */
    private static boolean isOpenItem(Discrepancy known) {
        return known.isUndecided() && known.what().isOfItems();
    }

    private static Discrepancy fresh(
            Difference difference, Evidence evidence, Partner partner, LocalDate day, Attempt attempt) {
        var instruction = difference.instruction();
        return Discrepancy.fresh(
                difference.id(partner.id(), day.toString()),
                difference.kind(),
                partner.id(),
                day,
                difference.currency(),
                difference.rrn(),
                instruction == null ? null : instruction.id(),
                null,
                evidence,
                attempt.now());
    }
}
