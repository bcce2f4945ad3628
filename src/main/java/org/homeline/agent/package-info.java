/**
 * Agents, who take cash in and hand it out: their float, their commissions, and the two ways to get cash (the customer
 * brings a one-time code, or the agent asks and the customer approves); and their cash terminals, with the way back of what a
 * terminal got no answer to. An agent acts with a PIN of his own and never serves himself. Knows wallets, but not where the money in them came from.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.agent;
