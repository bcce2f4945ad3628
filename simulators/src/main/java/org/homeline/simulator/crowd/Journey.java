package org.homeline.simulator.crowd;

import java.util.Locale;

/** What people of the crowd do. */
enum Journey {
    REGISTER,
    BALANCE,
    CASH_IN,
    SEND,
    CASH_OUT,
    WRONG_KEYS;

    /** As the table calls it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
