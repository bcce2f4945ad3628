package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.homeline.fx.Rates;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/**
 * For the operator: what every corridor costs at 200 and 500, as the World Bank counts, and where small amounts cost more
 * than a larger one may.
 */
@Singleton
final class CheckCorridors extends Operation<CheckCorridors.Input, CheckCorridors.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /** @param target of SDG 10.c, in percent; {@code worldAverage} of the first quarter of 2025 */
    @Serdeable
    record Checked(BigDecimal target, BigDecimal worldAverage, List<Entry> items) implements Reply, Success {}

    @Serdeable
    record Entry(String from, String to, Money amount, Money fee, BigDecimal costPercent, String remark) {}

    private static final BigDecimal TARGET_PERCENT = new BigDecimal("3.00");
    private static final BigDecimal WORLD_AVERAGE_PERCENT = new BigDecimal("6.49");

    private static final String DEAR = "small, but dear";
    private static final String CUT = "dear by the cut of its rate: raise rate-decimals";

    private final Corridors corridors;
    private final Rates rates;

    CheckCorridors(Corridors corridors, Rates rates) {
        super("remittance.checkCorridors", Input.class, Reply.class);
        this.corridors = corridors;
        this.rates = rates;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(new Checked(
                TARGET_PERCENT,
                WORLD_AVERAGE_PERCENT,
                corridors.all().stream().flatMap(this::entries).toList()));
    }

    private static String remark(Money amount, boolean dear) {
        if (!dear) {
            return "";
        }
        return Pricing.isSmall(amount) ? DEAR : CUT;
    }

    private Stream<Entry> entries(Corridor corridor) {
        var mid = rates.last(corridor.send(), corridor.receive());
        var yardsticks = Pricing.worldBankAmounts(corridor);
        return Pricing.tellingAmounts(corridor).stream().flatMap(amount -> {
            var cost = Pricing.cost(corridor, amount, mid);
            boolean dear = CorridorFile.isDear(cost);
            return dear || yardsticks.contains(amount)
                    ? Stream.of(new Entry(
                            corridor.from(),
                            corridor.to(),
                            amount,
                            corridor.fee(amount),
                            cost.percent(),
                            remark(amount, dear)))
                    : Stream.empty();
        });
    }
}
