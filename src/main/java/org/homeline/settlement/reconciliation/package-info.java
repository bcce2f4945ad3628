/**
 * Where Homeline's books and a bank's are held against each other: a day's items one by one, bank statements line by line, net
 * positions and the payments that settle them. What does not agree becomes a {@link org.homeline.settlement.Discrepancy} that
 * one operator proposes to correct and another approves. Nothing that was booked is ever changed here; asking the bank for a
 * day's totals is the link's work.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.settlement.reconciliation;
