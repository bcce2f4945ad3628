package org.homeline.settlement;

import java.util.ArrayList;
import java.util.List;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problems;
import org.homeline.money.Money;

/**
 * What the operator starts with, from {@code treasury.yaml}.
 *
 * @param opening what is prefunded with payout partners when the books are opened
 */
public record TreasurySettings(List<Money> opening) {
    static final String FILE = "treasury.yaml";

    /** @throws org.homeline.configuration.ConfigurationException where an amount can't be read */
    public static TreasurySettings read(ConfigurationFolder folder) {
        var opening = new ArrayList<Money>();
        var problems = new Problems();
        problems.each(folder.read(FILE).only("opening").get("opening").fields().entrySet(), entry -> {
            var currency = entry.getValue().currency(entry.getKey());
            opening.add(entry.getValue().amount(currency, Money::ofMajor));
        });
        problems.raise();
        return new TreasurySettings(opening);
    }
}
