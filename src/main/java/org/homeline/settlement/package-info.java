/**
 * The operator's money and where it lies: what is prefunded with payout partners, what was bought and sold of each
 * currency. The keys that are shared with partners and terminals are imported, listed and removed here; they lie in
 * {@code signing}. Instructions to banks and their reconciliation will stand here too. Knows no customer and no product (of
 * countries only the currencies); what a product may still have to give back lies in an account of its own.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.settlement;
