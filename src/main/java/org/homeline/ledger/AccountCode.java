package org.homeline.ledger;

import java.util.Locale;

/**
 * What an account is for. Flags, number and meaning of each stand in {@code gateway-config/chart-of-accounts.yaml}, which
 * must describe every one of these and no other.
 */
public enum AccountCode {
    WALLET_CASH,
    WALLET_BANK,
    AGENT_FLOAT,
    AGENT_COMMISSION,
    PICKUP_HOLDING,
    FEES,
    TAXES,
    EXCHANGE_POSITION,
    SETTLEMENT,
    SAFEGUARDING,
    PREFUNDING,
    COMMISSION_EXPENSE,
    OWN_FUNDS,
    WRITE_OFF,
    UNCLAIMED,
    SUSPENSE;

    /** As configuration, tables and audit write it: {@code wallet-cash}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
