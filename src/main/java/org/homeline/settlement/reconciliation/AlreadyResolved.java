package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.settlement.Discrepancy;

/** Somebody has done it before. */
@Serdeable
record AlreadyResolved(String correction, String approvedBy)
        implements ProposeCorrection.Reply, ApproveCorrection.Reply {
    static AlreadyResolved of(Discrepancy one) {
        return new AlreadyResolved(String.valueOf(one.correction()), String.valueOf(one.approvedBy()));
    }
}
