package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A remittance of version 0 is new; any other changes state, holder and time of the row of that version. */
@Singleton
final class RemittanceWriter implements RowWriter<Remittance> {
    @Override
    public Class<Remittance> rows() {
        return Remittance.class;
    }

    @Override
    public void write(Connection connection, List<Remittance> remittances) throws SQLException {
        try (var insert = connection.prepareStatement("insert into remittance (id, reference, payer, payer_phone,"
                        + " payee_phone, payee, from_country, to_country, send_currency, amount_minor, fee_minor,"
                        + " tax_minor, total_bank_minor, receive_currency, receive_minor, receive_bank_minor, rate,"
                        + " state, paid, counted, changed, expires, refund_kept, bank_payee, version)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)");
                var update = connection.prepareStatement("update remittance set state = ?, payee = ?, changed = ?,"
                        + " version = version + 1 where id = ? and version = ?")) {
            for (var remittance : remittances) {
                if (remittance.version() == 0) {
                    insert.setObject(1, remittance.id());
                    insert.setString(2, remittance.reference());
                    insert.setObject(3, remittance.payer());
                    insert.setString(4, remittance.payerPhone());
                    insert.setString(5, remittance.payeePhone());
                    insert.setObject(6, remittance.payee());
                    insert.setString(7, remittance.fromCountry());
                    insert.setString(8, remittance.toCountry());
                    insert.setString(9, remittance.sendCurrency());
                    insert.setLong(10, remittance.amountMinor());
                    insert.setLong(11, remittance.feeMinor());
                    insert.setLong(12, remittance.taxMinor());
                    insert.setLong(13, remittance.totalBankMinor());
                    insert.setString(14, remittance.receiveCurrency());
                    insert.setLong(15, remittance.receiveMinor());
                    insert.setLong(16, remittance.receiveBankMinor());
                    insert.setString(17, remittance.rate());
                    insert.setString(18, remittance.state());
                    insert.setObject(19, remittance.paid().atOffset(ZoneOffset.UTC));
                    insert.setObject(20, remittance.counted().atOffset(ZoneOffset.UTC));
                    insert.setObject(21, remittance.changed().atOffset(ZoneOffset.UTC));
                    insert.setObject(22, remittance.expires().atOffset(ZoneOffset.UTC));
                    insert.setBoolean(23, remittance.refundKept());
                    insert.setString(24, remittance.bankPayee());
                    insert.addBatch();
                } else {
                    update.setString(1, remittance.state());
                    update.setObject(2, remittance.payee());
                    update.setObject(3, remittance.changed().atOffset(ZoneOffset.UTC));
                    update.setObject(4, remittance.id());
                    update.setLong(5, remittance.version());
                    update.addBatch();
                }
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the remittance");
        }
    }
}
