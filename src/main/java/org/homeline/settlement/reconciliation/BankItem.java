package org.homeline.settlement.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.homeline.settlement.Partner;

/**
 * A line of a bank's end-of-day file: what it booked, or booked and reversed.
 *
 * @param rrn the retrieval reference number
 * @param kind a {@link Partner.Kind}'s label
 * @param minor in minor units
 * @param tail the last digits of the account number
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BankItem(int stan, String rrn, String kind, long minor, String currency, String tail, String status) {
    static final String BOOKED = "booked";
    static final String REVERSED = "reversed";

    boolean isBooked() {
        return status.equals(BOOKED);
    }

    /** What the bank owes Homeline by it, in minor units; negative what it is owed. */
    long effectMinor() {
        return !isBooked() ? 0 : kind.equals(Partner.Kind.DEBIT.label()) ? minor : -minor;
    }
}
