package org.homeline.terminal;

import org.homeline.money.Money;

/** What a dealing and its reversal must leave as it was. */
record Standing(Money wallet, Money inFloat, Money commission) {
    static Standing of(Counter counter) {
        return new Standing(counter.wallet(), counter.inFloat(), counter.commission());
    }
}
