package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;

/**
 * Some of a bank's items of a business day.
 *
 * @param first whether they begin a new file, in place of any that was taken before
 */
record ItemPage(String partner, LocalDate day, boolean first, List<BankItem> items) implements Row {
    /** Keeps what the bank said. */
    @Singleton
    static final class Writer implements RowWriter<ItemPage> {
        @Override
        public Class<ItemPage> rows() {
            return ItemPage.class;
        }

        @Override
        public void write(Connection connection, List<ItemPage> pages) throws SQLException {
            for (var page : pages) {
                if (page.first()) {
                    delete(connection, page);
                }
                insert(connection, page);
            }
        }

        private static void delete(Connection connection, ItemPage page) throws SQLException {
            try (var delete =
                    connection.prepareStatement("delete from settlement_item where partner = ? and business_day = ?")) {
                delete.setString(1, page.partner());
                delete.setObject(2, page.day());
                delete.executeUpdate();
            }
        }

        private static void insert(Connection connection, ItemPage page) throws SQLException {
            try (var insert = connection.prepareStatement(
                    "insert into settlement_item (partner, business_day, stan, rrn,"
                            + " kind, minor, currency, tail, status) values (?,?,?,?,?,?,?,?,?) on conflict do nothing")) {
                for (var item : page.items()) {
                    insert.setString(1, page.partner());
                    insert.setObject(2, page.day());
                    insert.setInt(3, item.stan());
                    insert.setString(4, item.rrn());
                    insert.setString(5, item.kind());
                    insert.setLong(6, item.minor());
                    insert.setString(7, item.currency());
                    insert.setString(8, item.tail());
                    insert.setString(9, item.status());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
