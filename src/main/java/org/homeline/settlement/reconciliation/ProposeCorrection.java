package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;

/** For one operator: says how an exception is put right. Another approves it; until then a new proposal takes its place. */
@Singleton
final class ProposeCorrection extends Operation<ProposeCorrection.Input, ProposeCorrection.Reply> {
    private static final int LONGEST = 200;

    /** @param as a {@link Correction}'s label */
    @Serdeable
    record Input(String id, String as, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits ProposeCorrection.Proposed,
                    ProposeCorrection.Unfit,
                    BalancedWithoutIt,
                    AlreadyResolved,
                    UnknownException {}

    /** @param gap what moves, where anything does but an instruction's own money */
    @Serdeable
    record Proposed(UUID id, String correction, Money gap, String next) implements Reply, Success {}

    /** Such a thing is not put right in that way. */
    @Serdeable
    record Unfit(String kind, List<String> fit) implements Reply {}

    private final Discrepancies discrepancies;
    private final SettlementDays days;

    ProposeCorrection(Discrepancies discrepancies, SettlementDays days) {
        super("settlement.resolve", Input.class, Reply.class);
        this.discrepancies = discrepancies;
        this.days = days;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return ExceptionId.read(input.id())
                .flatMap(discrepancies::findById)
                .map(found -> propose(found, input, attempt))
                .orElseGet(() -> Decision.answer(new UnknownException()));
    }

    private Decision<Reply> propose(Discrepancy found, Input input, Attempt attempt) {
        if (found.isResolved()) {
            return Decision.answer(AlreadyResolved.of(found));
        }
        var fit = Correction.of(found.what());
        var wanted = Correction.find(input.as()).filter(fit::contains);
        if (wanted.isEmpty()) {
            return Decision.answer(
                    new Unfit(found.kind(), fit.stream().map(Correction::label).toList()));
        }
        if (settles(found, wanted.get()) && isIn(SettlementDay.BALANCED, found, days)) {
            return Decision.answer(new BalancedWithoutIt());
        }
        var by = attempt.operator().name();
        var reason = cut(input.reason());
        var draft = attempt.draft()
                .write(found.proposed(wanted.get(), reason, by))
                .fact("exception", found.id())
                .fact("correction", wanted.get().label())
                .fact("reason", reason);
        return Decision.propose(
                new Proposed(
                        found.id(),
                        wanted.get().label(),
                        found.gap(),
                        "another person than %s approves it: ./homeline settlement approve %s --as %s --reason TEXT"
                                .formatted(by, found.id(), wanted.get().label())),
                draft);
    }

    /** Whether it would count an instruction in doubt as done. */
    static boolean settles(Discrepancy found, Correction wanted) {
        return found.what() == Discrepancy.Kind.UNRESOLVED && wanted == Correction.SETTLE;
    }

    static boolean isIn(String state, Discrepancy found, SettlementDays days) {
        return days.of(found.partner(), found.day()).stream()
                .anyMatch(day ->
                        day.currency().equals(found.currency()) && day.state().equals(state));
    }

    static String cut(String reason) {
        return reason.substring(0, Math.min(LONGEST, reason.length()));
    }
}
