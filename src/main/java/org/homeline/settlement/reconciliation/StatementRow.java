package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;
import org.jspecify.annotations.Nullable;

/** What is written of a statement's line. */
sealed interface StatementRow extends Row {
    /** @param matched the payment or transfer that it is; null where it is none that the books know */
    record Fresh(
            UUID id,
            String partner,
            StatementLine line,
            @Nullable UUID matched) implements StatementRow {}

    /** It is that payment after all. */
    record Matched(UUID id, UUID payment) implements StatementRow {}

    /** Decided again where the line, or what it matches, was taken meanwhile. */
    @Singleton
    final class FreshWriter implements RowWriter<Fresh> {
        @Override
        public Class<Fresh> rows() {
            return Fresh.class;
        }

        @Override
        public void write(Connection connection, List<Fresh> rows) throws SQLException {
            try (var insert = connection.prepareStatement("insert into statement_line (id, partner, statement, entry,"
                    + " booked, minor, currency, reference, text, matched) values (?,?,?,?,?,?,?,?,?,?)"
                    + " on conflict do nothing")) {
                for (var row : rows) {
                    var line = row.line();
                    insert.setObject(1, row.id());
                    insert.setString(2, row.partner());
                    insert.setString(3, line.statement());
                    insert.setString(4, line.entry());
                    insert.setObject(5, line.booked());
                    insert.setLong(6, line.amount().minor());
                    insert.setString(7, line.amount().currency().getCode());
                    insert.setString(8, line.reference());
                    insert.setString(9, line.text());
                    insert.setObject(10, row.matched());
                    insert.addBatch();
                }
                StaleRowException.unlessEach(insert.executeBatch(), "the statement");
            }
        }
    }

    /** Decided again where it was matched meanwhile. */
    @Singleton
    final class MatchedWriter implements RowWriter<Matched> {
        @Override
        public Class<Matched> rows() {
            return Matched.class;
        }

        @Override
        public void write(Connection connection, List<Matched> rows) throws SQLException {
            try (var update = connection.prepareStatement(
                    "update statement_line set matched = ? where id = ? and matched is null")) {
                for (var row : rows) {
                    update.setObject(1, row.payment());
                    update.setObject(2, row.id());
                    update.addBatch();
                }
                StaleRowException.unlessEach(update.executeBatch(), "the line");
            }
        }
    }
}
