package org.homeline.remittance;

import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.settlement.Exposure;
import org.joda.money.CurrencyUnit;

/** Every payment that waits may still go back to its sender. */
@Singleton
final class RefundExposure implements Exposure {
    private final RemittanceRows remittances;

    RefundExposure(RemittanceRows remittances) {
        this.remittances = remittances;
    }

    @Override
    public Money refundable(CurrencyUnit currency) {
        return new Money(remittances.sumWaiting(currency.getCode()), currency);
    }
}
