package org.homeline.remittance;

import java.time.Duration;

/** Times of a remittance that a rule sets or everybody must know; the rest is the corridor's. */
final class RemittanceSettings {
    /** How long a quote and its code live; a one-time code at most 10 minutes. */
    static final Duration QUOTE_LIFETIME = Duration.ofMinutes(10);

    /** 12 CFR 1005.34(a)(1): a sender may cancel within 30 minutes of paying, if the money was not picked up or deposited. */
    static final Duration UNDO_WINDOW = Duration.ofMinutes(30);

    private RemittanceSettings() {}
}
