package org.homeline.settlement.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.homeline.settlement.Partner;
import org.homeline.signing.Digest;

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

    /** The same for the same items in whatever order, in hexadecimal: tells whether all of a file is there, and nothing else. */
    public static String digest(Collection<BankItem> items) {
        var lines = items.stream().map(BankItem::toString).sorted().collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Digest.sha256(lines.getBytes(StandardCharsets.UTF_8)));
    }

    boolean isBooked() {
        return status.equals(BOOKED);
    }

    /** What the bank owes Homeline by it, in minor units; negative what it is owed. */
    long effectMinor() {
        return isBooked() ? -undoneMinor() : 0;
    }

    /** What the bank owes Homeline more once it is undone. */
    long undoneMinor() {
        return kind.equals(Partner.Kind.DEBIT.label()) ? -minor : minor;
    }
}
