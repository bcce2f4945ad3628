package org.homeline.settlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeline.database.Chore;
import org.homeline.settlement.NetPositions.Position;
import org.joda.money.CurrencyUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator when what Homeline owes a partner passes its alarm line, once each time that it does; and keeps the
 * figures for metrics, read at most once in a few seconds however often somebody looks.
 */
@Singleton
final class SettlementWatch implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final NetPositions positions;
    private final Discrepancies discrepancies;
    private final SettlementDays days;
    private final MeterRegistry meters;
    private final Set<String> alarmed = new HashSet<>();
    private Figures figures;

    /** @param readNanos on the machine's own clock */
    private record Figures(long readNanos, List<Position> positions, long discrepancies, long different) {
        private static final Figures NONE = new Figures(System.nanoTime() - FRESH.toNanos(), List.of(), 0, 0);
    }

    SettlementWatch(
            NetPositions positions,
            Discrepancies discrepancies,
            SettlementDays days,
            Partners partners,
            MeterRegistry meters) {
        this.days = days;
        this.positions = positions;
        this.discrepancies = discrepancies;
        this.meters = meters;
        this.figures = Figures.NONE;
        Gauge.builder(
                        "homeline.settlement.exceptions",
                        this,
                        watch -> watch.figures().discrepancies())
                .description("What does not agree with banks and waits for an operator")
                .register(meters);
        Gauge.builder(
                        "homeline.settlement.days.different",
                        this,
                        watch -> watch.figures().different())
                .description("Business days that banks have otherwise, and that are not resolved yet")
                .register(meters);
        for (var partner : partners.all()) {
            partner.currencies().keySet().forEach(currency -> gauge(partner, currency));
        }
    }

    private void gauge(Partner partner, CurrencyUnit currency) {
        Gauge.builder("homeline.settlement.net", this, watch -> watch.owedMinor(partner, currency))
                .description(
                        "What Homeline owes the partner, what is on its way to accounts there counted, in minor units; negative"
                                + " where it is owed")
                .tag("partner", partner.id())
                .tag("currency", currency.getCode())
                .register(meters);
    }

    private long owedMinor(Partner partner, CurrencyUnit currency) {
        return figures().positions().stream()
                .filter(one ->
                        one.partner().equals(partner) && one.owed().currency().equals(currency))
                .mapToLong(one -> one.owed().minor())
                .sum();
    }

    private synchronized Figures figures() {
        if (System.nanoTime() - figures.readNanos() >= FRESH.toNanos()) {
            figures = new Figures(
                    System.nanoTime(), positions.all(), discrepancies.countWaiting(), days.countDifferent());
        }
        return figures;
    }

    @Override
    public String name() {
        return "settlement-alarm";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        positions.all().forEach(this::watch);
    }

    private synchronized void watch(Position position) {
        var partner = position.partner().id();
        var name = partner + " " + position.owed().currency().getCode();
        if (!position.isOverAlarm()) {
            alarmed.remove(name);
        } else if (alarmed.add(name)) {
            meters.counter("homeline.settlement.cap.alarm", "partner", partner).increment();
            LOG.warn(
                    "{} is owed {}, over the alarm line of {}; beyond {} nothing more goes to accounts there. Settle it, then"
                            + " book that: ./homeline settlement settle {} MONEY --reference TEXT",
                    position.partner().name(),
                    position.owed(),
                    position.caps().alarm(),
                    position.caps().most(),
                    partner);
        }
    }
}
