package org.homeline.settlement.link;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.homeline.database.DatabaseHealthIndicator;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDays;

/**
 * Says in {@code /health} how the links to partners stand, and how much waits for an operator. To have no connection is told
 * and is no illness: instructions wait, and another node may have the link.
 */
@Singleton
final class SettlementHealth extends DatabaseHealthIndicator {
    private final Partners partners;
    private final Links links;
    private final Discrepancies discrepancies;
    private final SettlementDays days;
    private final FormerPartners formers;

    SettlementHealth(
            Partners partners,
            Links links,
            Discrepancies discrepancies,
            SettlementDays days,
            FormerPartners formers,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        super("settlement", executor);
        this.partners = partners;
        this.links = links;
        this.discrepancies = discrepancies;
        this.days = days;
        this.formers = formers;
    }

    /** Anybody may ask: a link's state is a word, and not why it is so, which names addresses. */
    @Override
    protected Map<String, Object> details() {
        var states = new TreeMap<String, String>();
        partners.all()
                .forEach(
                        partner -> states.put(partner.id(), links.state(partner).replaceAll(":.*", "")));
        formers.all().stream()
                .filter(FormerPartners.Former::isGone)
                .forEach(one -> states.put(one.partner(), "its file is gone"));
        return Map.of(
                "links", states, "exceptions", discrepancies.countWaiting(), "differentDays", days.countDifferent());
    }
}
