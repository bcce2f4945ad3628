package org.homeline.customer;

import org.joda.money.CurrencyUnit;

/**
 * What has left a customer's wallet and has not arrived yet, so that it comes back where it does not. Whoever has a product
 * with such money answers for it.
 */
public interface OnItsWay {
    /** How much would come back, in minor units of the currency. */
    long minor(Customer customer, CurrencyUnit currency);
}
