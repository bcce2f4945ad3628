package org.homeline.customer;

import java.time.Duration;

/**
 * What an operator decides about PINs.
 *
 * @param unlockAfter how long a locked PIN stays locked by itself
 */
public record PinSettings(Duration unlockAfter) {}
