/**
 * Amounts of money, rates between currencies and shares of a whole. Amounts are minor units in a {@code long}; nothing
 * here rounds without saying which way, and splitting never makes or loses a minor unit. Knows no account and no person.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.money;
