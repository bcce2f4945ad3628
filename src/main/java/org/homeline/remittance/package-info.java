/**
 * Sending money home: corridors and what they cost, quotes that promise it, payments, and what becomes of each (deposited
 * at once, waiting for someone who registers, on its way to an account at a bank, undone by the sender, returned after its
 * time). What the wallet lacks comes from the sender's own bank account. Tells both people of every step. Knows wallets,
 * rates and banks, but neither agents nor channels.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.remittance;
