package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.settlement.Discrepancy;

/** Somebody has done it before, or both sides came to agree. */
@Serdeable
record AlreadyResolved(String correction, String approvedBy)
        implements ProposeCorrection.Reply, ApproveCorrection.Reply {
    static AlreadyResolved of(Discrepancy one) {
        return one.isWithdrawn()
                ? new AlreadyResolved("no longer different", "nobody")
                : new AlreadyResolved(String.valueOf(one.bookedAs()), String.valueOf(one.bookedApprovedBy()));
    }
}
