package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.homeline.settlement.reconciliation.Comparison.Difference;
import org.jspecify.annotations.Nullable;

/** For the operator: compares a day that is over with the bank's items, which were taken before. */
@Singleton
public final class CompareItems extends Operation<CompareItems.Input, CompareItems.Reply> {
    public static final String NAME = "settlement.compareItems";

    /** @param digest of the items that are meant, see {@link BankItem#digest}; null for those that are there */
    @Serdeable
    record Input(String partner, LocalDate day, @Nullable String digest) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits CompareItems.Compared,
                    CompareItems.DayNotOver,
                    CompareItems.StillUnderWay,
                    CompareItems.OtherItems,
                    UnknownPartner {}

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

    /** Somebody took another file at the same time. */
    @Serdeable
    record OtherItems() implements Reply {}

    private final Partners partners;
    private final Instructions instructions;
    private final BankItems items;
    private final DayComparison comparison;
    private final SettlementDays days;

    CompareItems(
            Partners partners,
            Instructions instructions,
            BankItems items,
            DayComparison comparison,
            SettlementDays days) {
        super(NAME, Input.class, Reply.class);
        this.partners = partners;
        this.instructions = instructions;
        this.items = items;
        this.comparison = comparison;
        this.days = days;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return partners.find(input.partner())
                .map(partner -> decide(partner, input, attempt))
                .orElseGet(() -> Decision.answer(UnknownPartner.in(partners)));
    }

    private Decision<Reply> decide(Partner partner, Input input, Attempt attempt) {
        var day = input.day();
        if (attempt.now().isBefore(partner.cutOver().end(day))) {
            return Decision.answer(new DayNotOver(day));
        }
        var ours = instructions.ofDay(partner, day);
        long underWay = ours.stream()
                .filter(one ->
                        one.state().equals(Instruction.SENT) || one.state().equals(Instruction.REVERSING))
                .count();
        return underWay > 0
                ? Decision.answer(new StillUnderWay(day, underWay))
                : compare(partner, input, ours, attempt);
    }

    private Decision<Reply> compare(Partner partner, Input input, List<Instruction> ours, Attempt attempt) {
        var day = input.day();
        var theirs = items.of(partner.id(), day);
        if (input.digest() != null && !input.digest().equals(BankItem.digest(theirs))) {
            return Decision.answer(new OtherItems());
        }
        var seen = comparison.compare(partner, day, ours, theirs, attempt.now());
        var found = seen.findings();
        var draft = attempt.draft()
                .fact("partner", partner.id())
                .fact("day", day)
                .fact("items", theirs.size())
                .fact("new exceptions", found.fresh().size())
                .fact("no longer different", found.agreed());
        found.fresh().forEach(draft::write);
        found.changed().forEach(draft::write);
        var decided = seen.known().values().stream()
                .filter(Discrepancy::isDecided)
                .map(Discrepancy::id)
                .collect(Collectors.toSet());
        end(partner, day, seen.differences(), decided, attempt.now()).stream()
                .filter(one -> !found.isUndecided(one.currency()))
                .forEach(draft::write);
        return Decision.propose(
                new Compared(
                        day,
                        ours.size(),
                        theirs.size(),
                        found.fresh().size(),
                        found.before(),
                        found.agreed(),
                        found.reopened()),
                draft);
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
}
