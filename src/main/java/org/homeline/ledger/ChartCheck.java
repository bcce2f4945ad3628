package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** That accounts allow what the chart says: an account keeps the flags it was opened with. */
@Singleton
final class ChartCheck implements Check {
    private final ChartOfAccounts chart;

    ChartCheck(ChartOfAccounts chart) {
        this.chart = chart;
    }

    @Override
    public String name() {
        return "chart of accounts";
    }

    @Override
    public String proves() {
        return "Every account is of a kind that the chart of accounts has, and allows what that says.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        try (var select = connection.prepareStatement(
                        "select code, mod(flags, %d), count(*) from account group by code, mod(flags, %1$d) order by code"
                                .formatted(Flag.CLOSED.bit()));
                var row = select.executeQuery()) {
            while (row.next()) {
                var label = row.getString(1);
                int flags = row.getInt(2);
                long accounts = row.getLong(3);
                tally.count(accounts);
                var code = AccountCode.find(label);
                if (code.isEmpty()) {
                    tally.broken("%s accounts are called %s, which is no kind of account".formatted(accounts, label));
                } else if (chart.kind(code.get()).flags() != flags) {
                    tally.broken(
                            "%s accounts %s were opened with never-overdrawn: %s; %s says otherwise now: set it back"
                                    .formatted(accounts, label, flags != 0, ChartOfAccounts.FILE));
                }
            }
        }
        return tally.finding();
    }
}
