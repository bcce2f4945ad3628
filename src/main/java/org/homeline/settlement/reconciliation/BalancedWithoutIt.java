package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;

/** Both sides' totals agreed without the instruction: the bank has not done it. */
@Serdeable
record BalancedWithoutIt() implements ProposeCorrection.Reply, ApproveCorrection.Reply {}
