package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.reconciliation.Comparison.Difference;

/**
 * What becomes of a day that differs, once nothing that was found of it is open. Only the bank's items can show that what was
 * resolved is all there is; where they do not, the bank is asked anew.
 */
@Singleton
final class DayEnd {
    private final Partners partners;
    private final DayComparison comparison;
    private final Discrepancies discrepancies;

    DayEnd(Partners partners, DayComparison comparison, Discrepancies discrepancies) {
        this.partners = partners;
        this.comparison = comparison;
        this.discrepancies = discrepancies;
    }

    /** As it stands once an exception of it is corrected; different as long as another one is open. */
    SettlementDay after(Discrepancy corrected, Correction by, SettlementDay day, Instant now) {
        var decided = new HashSet<UUID>();
        decided.add(corrected.id());
        for (var one : discrepancies.findOfDay(day.partner(), day.day())) {
            if (!one.what().keepsDayOpen() || !one.currency().equals(day.currency())) {
                continue;
            }
            if ((one.isUndecided() || one.isReopened()) && !one.id().equals(corrected.id())) {
                return day;
            }
            if (!one.isWithdrawn()) {
                decided.add(one.id());
            }
        }
        return ended(day, left(corrected, by, day), decided, now);
    }

    /** Resolved where all that the items show to be different was decided on, and that is anything at all. */
    static SettlementDay ended(SettlementDay day, List<Difference> left, Set<UUID> decided, Instant now) {
        boolean explained = !left.isEmpty()
                && left.stream()
                        .allMatch(one ->
                                decided.contains(one.id(day.partner(), day.day().toString())));
        return explained ? day.in(SettlementDay.RESOLVED) : day.askedAnew(now);
    }

    /**
     * What the items show to be different, none where there are no items. An instruction in doubt still stands as one in what
     * is read here, and agrees with the bank once it ends as the items speak for; but for one that another item undoes.
     */
    private List<Difference> left(Discrepancy corrected, Correction by, SettlementDay day) {
        var left = new ArrayList<Difference>();
        for (var one : comparison.differences(partners.of(day.partner()), day.day())) {
            boolean ends = one.id(day.partner(), day.day().toString()).equals(corrected.id())
                    && one.kind() == Discrepancy.Kind.UNRESOLVED;
            if ((ends && one.evidence().proposal() != by) || undoesSettled(one, corrected, by)) {
                return List.of();
            }
            if (!ends && one.currency().equals(day.currency())) {
                left.add(one);
            }
        }
        return left;
    }

    /** It is about an instruction that was in doubt until now, so that the items were compared without it. */
    private static boolean undoesSettled(Difference one, Discrepancy corrected, Correction by) {
        return corrected.what() == Discrepancy.Kind.UNRESOLVED
                && by == Correction.SETTLE
                && one.isUndoneLater()
                && Objects.equals(one.rrn(), corrected.rrn());
    }
}
