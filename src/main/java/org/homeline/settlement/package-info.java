/**
 * The operator's money and where it lies: what is prefunded with payout partners, what was bought and sold of each
 * currency. The keys that are shared with partners and terminals are imported, listed and removed here; they lie in
 * {@code signing}. Instructions to banks stand here, what their business days come to, and what does not agree with them:
 * {@code link} sends and asks, {@code reconciliation} compares and corrects. Customers' own accounts at banks are rows of
 * this package, which several products read, and are linked in {@code banking}. Knows no customer but by id and no product
 * (of countries only the currencies); what a product may still have to give back lies in an account of its own.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.settlement;
