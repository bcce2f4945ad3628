package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.homeline.ledger.Check;
import org.homeline.ledger.Finding;

/** That whoever proposed what stands in the books did not approve it, under whatever name. */
@Singleton
final class FourEyesCheck implements Check {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String CORRECTED = "select id, booked_proposed_by, booked_approved_by"
            + " from settlement_exception where booked_as is not null order by id";

    @Override
    public String name() {
        return "four eyes";
    }

    @Override
    public String proves() {
        return "Every correction was proposed by one person and approved by another.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        try (var select = connection.prepareStatement(CORRECTED)) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    tally.count(1);
                    var proposed = row.getString(2);
                    var approved = row.getString(3);
                    if (proposed == null
                            || approved == null
                            || Person.behind(proposed).equals(Person.behind(approved))) {
                        tally.broken("%s: proposed by %s and approved by %s, who are not two people"
                                .formatted(row.getString(1), proposed, approved));
                    }
                }
            }
        }
        return tally.finding();
    }
}
