package org.homeline.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    REFUND_HOLDING,
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

    private static final Map<String, AccountCode> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AccountCode::label, Function.identity()));

    /** The one with this label. */
    static Optional<AccountCode> find(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    /** As configuration, tables and audit write it: {@code wallet-cash}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
