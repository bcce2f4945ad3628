/**
 * Sending money home: corridors and what they cost, quotes that promise it, payments, and what becomes of each (deposited
 * at once, waiting for someone who registers, undone by the sender, returned after its time). Tells both people of every
 * step. Knows wallets and rates, but neither agents nor channels.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.remittance;
