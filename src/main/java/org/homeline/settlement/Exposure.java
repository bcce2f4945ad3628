package org.homeline.settlement;

import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** What may still have to be given back in a currency: the treasury leaves so much in the exchange position. */
public interface Exposure {
    Money refundable(CurrencyUnit currency);
}
