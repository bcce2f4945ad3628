package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: what every corridor costs at 200 and 500, as the World Bank counts. */
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
    record Entry(String from, String to, Money amount, Money fee, BigDecimal costPercent) {}

    private static final BigDecimal TARGET_PERCENT = new BigDecimal("3.00");
    private static final BigDecimal WORLD_AVERAGE_PERCENT = new BigDecimal("6.49");

    private final Corridors corridors;

    CheckCorridors(Corridors corridors) {
        super("remittance.checkCorridors", Input.class, Reply.class);
        this.corridors = corridors;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(new Checked(
                TARGET_PERCENT,
                WORLD_AVERAGE_PERCENT,
                corridors.all().stream()
                        .flatMap(corridor -> Pricing.worldBankAmounts(corridor).stream()
                                .map(amount -> new Entry(
                                        corridor.from(),
                                        corridor.to(),
                                        amount,
                                        corridor.fee(amount),
                                        Pricing.costPercent(corridor, amount))))
                        .toList()));
    }
}
