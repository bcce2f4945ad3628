package org.homeline.settlement.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

/** For the operator: what does not agree with banks and waits for somebody, oldest first, then what waits in suspense. */
@Singleton
final class ListExceptions extends Operation<ListExceptions.Input, ListExceptions.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /**
     * @param notShown how many there are beyond these; null where these are all
     * @param days whose totals the bank has otherwise, and of which nothing is listed that would say why; null where there are none
     */
    @Serdeable
    record Exceptions(
            @Nullable Long notShown,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Entry> items,
            @Nullable List<DifferentDay> days)
            implements Reply, Success {}

    /** @param next what shows which item it is, or that what was found is not all */
    @Serdeable
    record DifferentDay(String partner, LocalDate day, String currency, String state, String next) {
        static DifferentDay of(SettlementDay one) {
            return new DifferentDay(one.partner(), one.day(), one.currency(), one.state(), one.itemsCommand());
        }
    }

    /** @param gap what has to move: positive where the bank owes more than the books say */
    @Serdeable
    record Entry(
            UUID id,
            String partner,
            LocalDate day,
            String kind,
            String here,
            String bank,
            Money gap,
            String correction,
            String state) {
        private static final String IN_SUSPENSE = "in suspense";

        private static String state(Discrepancy one) {
            var stands = one.booked()
                    .filter(booked -> booked == Correction.SUSPENSE || booked == Correction.WRITE_OFF)
                    .map(booked -> booked == Correction.SUSPENSE ? IN_SUSPENSE : "written off");
            return one.isWaiting() ? one.state() + stands.map(", "::concat).orElse("") : stands.orElse(one.state());
        }

        static Entry of(Discrepancy one) {
            var proposed = one.correction();
            return new Entry(
                    one.id(),
                    one.partner(),
                    one.day(),
                    one.kind(),
                    one.ours(),
                    one.theirs(),
                    one.gap(),
                    proposed == null ? one.proposal() + "?" : proposed,
                    state(one));
        }
    }

    private final Discrepancies discrepancies;
    private final SettlementDays days;

    ListExceptions(Discrepancies discrepancies, SettlementDays days) {
        super("settlement.exceptions", Input.class, Reply.class);
        this.days = days;
        this.discrepancies = discrepancies;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var found = Stream.of(discrepancies.findWaiting(), discrepancies.findSuspended())
                .flatMap(List::stream)
                .toList();
        var items = found.stream().map(Entry::of).toList();
        long all = items.size() < Discrepancies.PAGE
                ? items.size()
                : discrepancies.countWaiting() + discrepancies.countSuspended();
        var unexplained = days.different().stream()
                .filter(day -> found.stream().noneMatch(one -> one.isWaiting() && isOf(one, day)))
                .map(DifferentDay::of)
                .toList();
        return Decision.answer(new Exceptions(
                all > items.size() ? all - items.size() : null, items, unexplained.isEmpty() ? null : unexplained));
    }

    private static boolean isOf(Discrepancy one, SettlementDay day) {
        return one.what().isOfItems()
                && one.partner().equals(day.partner())
                && one.day().equals(day.day())
                && one.currency().equals(day.currency());
    }
}
