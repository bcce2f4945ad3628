package org.homeline.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.customer.Countries;
import org.homeline.money.Money;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/**
 * What an operator decides about agents, from {@code agents.yaml}.
 *
 * @param codeLifetime how long a cash-out code, or an agent's question, waits
 * @param reversalWithin how long after a dealing its terminal may take it back
 * @param commissionsADay how many dealings of an agent with the same customer earn a commission in a day
 * @param alarm whom to tell of a low float, beside the agent
 */
public record AgentSettings(
        Duration codeLifetime,
        Duration reversalWithin,
        long commissionsADay,
        Optional<PhoneNumber> alarm,
        Map<CurrencyUnit, Terms> terms) {
    static final String FILE = "agents.yaml";
    /** No agent earns a tenth of what he hands out: whoever writes more has slipped with the point. */
    private static final int DEAREST_PERCENT = 10;

    /**
     * In one currency.
     *
     * @param cashIn the agent's commission for taking cash in, in basis points
     * @param cashOut likewise for handing it out
     * @param lowFloat below which float is called low
     * @param least the smallest amount of cash
     */
    public record Terms(long cashIn, long cashOut, Money lowFloat, Money least) {}

    /** @throws org.homeline.configuration.ConfigurationException where something is missing or makes no sense */
    public static AgentSettings read(ConfigurationFolder folder, Countries countries) {
        var file = folder.read(FILE).only("code-lifetime", "reversal-within", "commissions-a-day", "alarm", "terms");
        var terms = new LinkedHashMap<CurrencyUnit, Terms>();
        var problems = new Problems();
        var all = file.get("terms");
        problems.each(all.fields().entrySet(), entry -> {
            var currency = entry.getValue().currency(entry.getKey());
            terms.put(currency, terms(entry.getValue(), currency));
        });
        problems.raise();
        countries.currencies().stream()
                .filter(currency -> !terms.containsKey(currency))
                .sorted()
                .forEach(currency -> problems.add(
                        all.problem("has no terms in " + currency + ", in which agents may have a float: add them")));
        problems.raise();
        var alarm = file.find("alarm")
                .map(node -> PhoneNumber.parse(node.text(), "ZZ")
                        .orElseThrow(() -> node.wrong("write a phone number with its country, such as +254712345678")));
        return new AgentSettings(
                file.get("code-lifetime").duration(),
                file.get("reversal-within").duration(),
                file.get("commissions-a-day").number(0),
                alarm,
                terms);
    }

    /** @throws IllegalStateException where agents work in a currency without terms */
    Terms in(CurrencyUnit currency) {
        var found = terms.get(currency);
        if (found == null) {
            throw new IllegalStateException(FILE + " has no terms in " + currency);
        }
        return found;
    }

    private static Terms terms(Node node, CurrencyUnit currency) {
        node.only("cash-in-percent", "cash-out-percent", "low-float", "least");
        return new Terms(
                node.get("cash-in-percent").percentAsBasisPoints(DEAREST_PERCENT),
                node.get("cash-out-percent").percentAsBasisPoints(DEAREST_PERCENT),
                node.get("low-float").amount(currency, Money::ofMajor),
                node.get("least").amount(currency, Money::ofMajor));
    }
}
