package org.homeline.customer;

import java.time.Duration;

/**
 * What an operator decides about PINs.
 *
 * @param unlockAfter how long a locked PIN stays locked by itself
 * @param holdAfterReset how long no value leaves somebody whose PIN the operator reset; zero for not at all
 */
public record PinSettings(Duration unlockAfter, Duration holdAfterReset) {}
