package org.homeline.remittance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.fx.Rates;
import org.homeline.money.Money;
import org.homeline.remittance.Corridor.PaidIn;
import org.homeline.remittance.Corridor.Step;
import org.homeline.remittance.Corridor.Tax;
import org.joda.money.CurrencyUnit;

/** Reads one corridor and refuses nonsense: gaps and overlaps in its steps, a price over the limit. */
final class CorridorFile {
    /** No corridor over 5 percent: target 10.c of the Sustainable Development Goals. */
    private static final BigDecimal DEAREST_PERCENT = new BigDecimal("5");

    private static final BigDecimal MUCH_CUT_PERCENT = new BigDecimal("0.1");
    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 4;

    private final Node file;
    private final Problems problems;
    private final Rates rates;

    CorridorFile(Node file, Problems problems, Rates rates) {
        this.file = file;
        this.problems = problems;
        this.rates = rates;
    }

    Corridor read() {
        file.only(
                "from",
                "to",
                "send",
                "receive",
                "fees",
                "margin-percent",
                "rate-decimals",
                "taxes",
                "least",
                "most",
                "collect-within");
        var send = file.get("send").currency();
        var corridor = new Corridor(
                country("from"),
                country("to"),
                send,
                file.get("receive").currency(),
                steps(send),
                file.get("margin-percent").percentAsBasisPoints(100),
                decimals(),
                taxes(),
                file.get("least").amount(send, Money::ofMajor),
                file.get("most").amount(send, Money::ofMajor),
                file.get("collect-within").duration());
        checkSteps(corridor);
        checkPrice(corridor);
        return corridor;
    }

    private String country(String field) {
        return file.get(field).read("a country's two capital letters", text -> {
            if (!text.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private int decimals() {
        return file.get("rate-decimals").read("a number from 2 to 4", text -> {
            int decimals = Integer.parseInt(text);
            if (decimals < FEWEST_DECIMALS || decimals > MOST_DECIMALS) {
                throw new IllegalArgumentException();
            }
            return decimals;
        });
    }

    private List<Step> steps(CurrencyUnit currency) {
        var steps = new ArrayList<Step>();
        problems.each(file.get("fees").items(), node -> {
            node.only("up-to", "fixed", "percent");
            steps.add(new Step(
                    node.get("up-to").amount(currency, Money::ofMajor),
                    node.find("fixed")
                            .map(fixed -> fixed.amount(currency, Money::ofMajor))
                            .orElse(Money.zero(currency)),
                    node.find("percent")
                            .map(percent -> percent.percentAsBasisPoints(100))
                            .orElse(0L)));
        });
        return steps;
    }

    private List<Tax> taxes() {
        Function<Node, Tax> tax = node -> new Tax(
                node.only("name", "percent", "on").get("name").text(),
                node.get("percent").percentAsBasisPoints(100),
                node.get("on").oneOf(PaidIn.class));
        return file.find("taxes").map(Node::items).orElse(List.of()).stream()
                .map(tax)
                .toList();
    }

    /** Steps grow; the last one reaches the largest amount. */
    private void checkSteps(Corridor corridor) {
        var fees = file.get("fees");
        if (corridor.steps().isEmpty()) {
            problems.add(fees.problem("has no step: say what sending costs"));
            return;
        }
        for (int i = 1; i < corridor.steps().size(); i++) {
            if (corridor.steps()
                            .get(i)
                            .upTo()
                            .compareTo(corridor.steps().get(i - 1).upTo())
                    <= 0) {
                problems.add(
                        fees.items().get(i).get("up-to").problem("overlaps the step before it: write a larger amount"));
            }
        }
        if (corridor.steps().getLast().upTo().compareTo(corridor.most()) < 0) {
            problems.add(fees.problem("leaves a gap: the last step ends at "
                    + corridor.steps().getLast().upTo() + ", below 'most' (" + corridor.most() + ")"));
        }
        if (corridor.least().compareTo(corridor.most()) > 0) {
            problems.add(file.get("least").problem("is above 'most'"));
        }
    }

    /** The dearest amount of each step is named. */
    private void checkPrice(Corridor corridor) {
        if (!problems.found().isEmpty()) {
            return;
        }
        var mid = rates.last(corridor.send(), corridor.receive());
        var dearest = new TreeMap<Integer, Money>();
        for (var amount : Pricing.tellingAmounts(corridor)) {
            if (!Pricing.isSmall(amount) && isTooDear(Pricing.cost(corridor, amount, mid))) {
                dearest.merge(
                        corridor.step(amount),
                        amount,
                        (one, other) -> Pricing.cost(corridor, one, mid)
                                                .percent()
                                                .compareTo(Pricing.cost(corridor, other, mid)
                                                        .percent())
                                        >= 0
                                ? one
                                : other);
            }
        }
        var steps = file.get("fees").items();
        dearest.forEach((step, amount) -> {
            var cost = Pricing.cost(corridor, amount, mid);
            problems.add(steps.get(step)
                    .problem("costs %s %% of %s (%s), over the limit of %s %%: lower the fee or the margin%s"
                            .formatted(
                                    cost.percent(),
                                    amount,
                                    cost,
                                    DEAREST_PERCENT,
                                    cost.cut().compareTo(MUCH_CUT_PERCENT) > 0 ? ", or raise rate-decimals" : "")));
        });
    }

    /**
     * Whether it is over the limit by fee and margin, or by too few decimals of the rate. The little that the last of enough
     * decimals adds moves with the market, and stops no start.
     */
    private static boolean isTooDear(Pricing.Cost cost) {
        return cost.fee().add(cost.margin()).compareTo(DEAREST_PERCENT) > 0
                || (cost.cut().compareTo(MUCH_CUT_PERCENT) > 0 && isDear(cost));
    }

    /** Whether it may be over the limit with the cut of the rate. */
    static boolean isDear(Pricing.Cost cost) {
        return cost.percent().compareTo(DEAREST_PERCENT) > 0;
    }
}
