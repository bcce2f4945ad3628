package org.homeline.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** Which limits apply to whom, from {@code limits.yaml}: every tier in every currency of a country. */
public final class Tiers {
    static final String FILE = "limits.yaml";

    /**
     * All in one currency, each itself allowed.
     *
     * @param transaction the most that one payment may move
     * @param day the most that may leave in a day of the customer's country
     * @param month likewise in a month
     * @param balance the most that the wallet may hold
     * @param withoutPin the most that may leave in a day by a text message without the PIN, to somebody paid before
     */
    public record Limits(Money transaction, Money day, Money month, Money balance, Money withoutPin) {}

    private final Map<String, Map<CurrencyUnit, Limits>> tiers;
    private final String first;
    private final PinSettings pin;

    private Tiers(Map<String, Map<CurrencyUnit, Limits>> tiers, String first, PinSettings pin) {
        this.tiers = tiers;
        this.first = first;
        this.pin = pin;
    }

    /** @throws org.homeline.configuration.ConfigurationException where a tier or a currency is missing or makes no sense */
    public static Tiers read(ConfigurationFolder folder, Countries countries) {
        var file = folder.read(FILE).only("first-tier", "pin", "velocity", "tiers");
        var tiers = new LinkedHashMap<String, Map<CurrencyUnit, Limits>>();
        var problems = new Problems();
        problems.each(file.get("tiers").fields().entrySet(), tier -> {
            var byCurrency = new LinkedHashMap<CurrencyUnit, Limits>();
            problems.each(tier.getValue().fields().entrySet(), entry -> {
                var currency = entry.getValue().currency(entry.getKey());
                byCurrency.put(currency, limits(entry.getValue(), currency));
            });
            countries.currencies().stream()
                    .filter(currency -> !byCurrency.containsKey(currency))
                    .forEach(currency -> problems.add(tier.getValue()
                            .problem("has no limits in " + currency + ", in which customers keep wallets: add them")));
            tiers.put(tier.getKey(), byCurrency);
        });
        var first = file.get("first-tier");
        if (!tiers.containsKey(first.text())) {
            problems.add(first.problem("names no tier; there are " + tiers.keySet()));
        }
        problems.raise();
        var pin = file.get("pin").only("unlock-after", "hold-after-pin-reset");
        var settings = new PinSettings(
                pin.get("unlock-after").duration(),
                pin.get("hold-after-pin-reset").durationOrNone());
        return new Tiers(tiers, first.text(), settings);
    }

    /** Of somebody who only registered. */
    public String first() {
        return first;
    }

    public Set<String> names() {
        return tiers.keySet();
    }

    public PinSettings pin() {
        return pin;
    }

    /** @throws IllegalStateException where a tier was taken out although somebody is in it */
    public Limits of(Customer customer, CurrencyUnit currency) {
        var limits = tiers.getOrDefault(customer.tier(), Map.of()).get(currency);
        if (limits == null) {
            throw new IllegalStateException(FILE + " has no limits for tier " + customer.tier() + " in " + currency);
        }
        return limits;
    }

    private static Limits limits(Node node, CurrencyUnit currency) {
        node.only("transaction", "day", "month", "balance", "without-pin");
        var limits = new Limits(
                node.get("transaction").amount(currency, Money::ofMajor),
                node.get("day").amount(currency, Money::ofMajor),
                node.get("month").amount(currency, Money::ofMajor),
                node.get("balance").amount(currency, Money::ofMajor),
                node.get("without-pin").amount(currency, Money::ofMajor));
        if (limits.transaction.compareTo(limits.day) > 0 || limits.day.compareTo(limits.month) > 0) {
            throw node.wrong("a transaction's limit may not pass the day's, nor the day's the month's");
        }
        if (limits.withoutPin.compareTo(limits.day) > 0) {
            throw node.wrong("without-pin may not pass the day's limit");
        }
        return limits;
    }
}
