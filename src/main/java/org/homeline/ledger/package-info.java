/**
 * Accounts, transfers and journals, and {@link org.homeline.ledger.Books}, the only code that writes money and whatever
 * must commit with it. The data model and its terms are TigerBeetle's: an account has four totals, a transfer moves an
 * amount between two accounts in one or two phases, the transfers of one journal happen all or not at all, and nothing is
 * ever changed or deleted. Every refusal has a name and a place in one order ({@link org.homeline.ledger.Refusal}).
 * What was decided on an old reading is caught at the commit: by a {@link org.homeline.ledger.Guard}, by a row's version,
 * or, where there is no row yet, by a turn ({@link org.homeline.ledger.Turns}). Knows no person, no product and no message
 * but those it is given.
 *
 * <p>Where this differs from TigerBeetle, on purpose: amounts are 64-bit and signed in the database (so a negative one has
 * a refusal of its own); a currency is the ledger of an account; a post or void names its pending transfer alone and takes
 * accounts and code from it; a refused transfer's id may be used again, because the journal's key, not the id, makes a
 * request idempotent; an expired pending transfer stays in the pending totals until its void is journalled, so that every
 * movement of a total is a transfer, but can't be posted from the moment it expires; balancing and imported transfers do
 * not exist, and closing is the journal's, not a transfer's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.ledger;
