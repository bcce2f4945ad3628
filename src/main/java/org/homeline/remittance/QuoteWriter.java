package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A quote of version 0 is new; any other changes the state of the row of that version. */
@Singleton
final class QuoteWriter implements RowWriter<Quote> {
    @Override
    public Class<Quote> rows() {
        return Quote.class;
    }

    @Override
    public void write(Connection connection, List<Quote> quotes) throws SQLException {
        try (var insert = connection.prepareStatement("insert into quote (id, payer, payee_phone, payee_name,"
                        + " from_country, to_country, send_currency, amount_minor, fee_minor, tax_minor,"
                        + " receive_currency, receive_minor, rate, rate_source, code, created, expires, state,"
                        + " bank, bank_account, from_bank_minor, funding, most_cash_minor, version)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)");
                var update = connection.prepareStatement(
                        "update quote set state = ?, version = version + 1 where id = ? and version = ?")) {
            for (var quote : quotes) {
                if (quote.version() == 0) {
                    insert.setObject(1, quote.id());
                    insert.setObject(2, quote.payer());
                    insert.setString(3, quote.payeePhone());
                    insert.setString(4, quote.payeeName());
                    insert.setString(5, quote.fromCountry());
                    insert.setString(6, quote.toCountry());
                    insert.setString(7, quote.sendCurrency());
                    insert.setLong(8, quote.amountMinor());
                    insert.setLong(9, quote.feeMinor());
                    insert.setLong(10, quote.taxMinor());
                    insert.setString(11, quote.receiveCurrency());
                    insert.setLong(12, quote.receiveMinor());
                    insert.setString(13, quote.rate());
                    insert.setString(14, quote.rateSource());
                    insert.setBytes(15, quote.code());
                    insert.setObject(16, quote.created().atOffset(ZoneOffset.UTC));
                    insert.setObject(17, quote.expires().atOffset(ZoneOffset.UTC));
                    insert.setString(18, quote.state());
                    insert.setString(19, quote.bank());
                    insert.setBytes(20, quote.bankAccount());
                    insert.setLong(21, quote.fromBankMinor());
                    insert.setObject(22, quote.funding());
                    insert.setObject(23, quote.mostCashMinor());
                    insert.addBatch();
                } else {
                    update.setString(1, quote.state());
                    update.setObject(2, quote.id());
                    update.setLong(3, quote.version());
                    update.addBatch();
                }
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the quote");
        }
    }
}
