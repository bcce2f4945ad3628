package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;
import org.jspecify.annotations.Nullable;

/** Changes the row of a business day; the link's owner makes it. */
@Singleton
public final class SettlementDayWriter implements RowWriter<SettlementDay> {
    private static final String UPDATE = "update settlement_day set state = ?,"
            + " credits = ?, credits_minor = ?, credit_reversals = ?, credit_reversals_minor = ?,"
            + " debits = ?, debits_minor = ?, debit_reversals = ?, debit_reversals_minor = ?,"
            + " bank_credits = ?, bank_credits_minor = ?, bank_credit_reversals = ?, bank_credit_reversals_minor = ?,"
            + " bank_debits = ?, bank_debits_minor = ?, bank_debit_reversals = ?, bank_debit_reversals_minor = ?,"
            + " stan = ?, transmitted = ?, tries = ?, due = ?, since = ?, version = version + 1"
            + " where partner = ? and business_day = ? and currency = ? and version = ?";

    @Override
    public Class<SettlementDay> rows() {
        return SettlementDay.class;
    }

    @Override
    public void write(Connection connection, List<SettlementDay> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(UPDATE)) {
            for (var day : days) {
                update.setString(1, day.state());
                set(update, 2, day.ours());
                set(update, 10, day.theirs());
                update.setObject(18, day.stan(), Types.INTEGER);
                update.setString(19, day.transmitted());
                update.setInt(20, day.tries());
                var due = day.due();
                update.setObject(21, due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
                update.setObject(22, day.since().atOffset(ZoneOffset.UTC));
                update.setString(23, day.partner());
                update.setObject(24, day.day());
                update.setString(25, day.currency());
                update.setLong(26, day.version());
                update.addBatch();
            }
            StaleRowException.unlessEach(update.executeBatch(), "the business day");
        }
    }

    private static void set(java.sql.PreparedStatement update, int first, @Nullable DayTotals totals)
            throws SQLException {
        var sums = totals == null
                ? null
                : List.of(totals.credits(), totals.creditReversals(), totals.debits(), totals.debitReversals());
        for (int i = 0; i < 4; i++) {
            update.setObject(first + 2 * i, sums == null ? null : sums.get(i).number(), Types.BIGINT);
            update.setObject(
                    first + 2 * i + 1, sums == null ? null : sums.get(i).minor(), Types.BIGINT);
        }
    }
}
