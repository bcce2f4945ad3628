package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/**
 * A payment that settled a net position, or a part of it.
 *
 * @param number in the order of a partner and currency, without a gap: two that are booked at once can't both rest on the
 *     same position
 * @param minor positive where Homeline paid, negative where the bank did
 * @param prefundedMinor what of it came from prefunding, and is on no statement of the safeguarding account
 * @param reference the bank's, once for each partner
 */
record Payment(
        String partner,
        String currency,
        int number,
        UUID id,
        long minor,
        long prefundedMinor,
        String reference,
        Instant at)
        implements Row {
    /** Decided again where another payment came first. */
    @Singleton
    static final class Writer implements RowWriter<Payment> {
        @Override
        public Class<Payment> rows() {
            return Payment.class;
        }

        @Override
        public void write(Connection connection, List<Payment> payments) throws SQLException {
            try (var insert = connection.prepareStatement(
                    "insert into settlement_payment (partner, currency, number, id,"
                            + " minor, reference, at, prefunded_minor) values (?,?,?,?,?,?,?,?) on conflict do nothing")) {
                for (var payment : payments) {
                    insert.setString(1, payment.partner());
                    insert.setString(2, payment.currency());
                    insert.setInt(3, payment.number());
                    insert.setObject(4, payment.id());
                    insert.setLong(5, payment.minor());
                    insert.setString(6, payment.reference());
                    insert.setObject(7, payment.at().atOffset(ZoneOffset.UTC));
                    insert.setLong(8, payment.prefundedMinor());
                    insert.addBatch();
                }
                StaleRowException.unlessEach(insert.executeBatch(), "the position");
            }
        }
    }
}
