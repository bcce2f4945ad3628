package org.homeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A check that two statements make.
 *
 * @param count a statement that answers with one number: how many things are checked
 * @param select a statement whose every row is a broken thing
 * @param parameters of {@code select}
 * @param sentence names a broken thing; each {@code %s} is one of the row's columns
 */
public record StatementCheck(
        String name, String proves, String count, String select, Supplier<List<Object>> parameters, String sentence)
        implements Check {
    private static final int ROWS_AT_ONCE = 1_000;

    public StatementCheck(String name, String proves, String count, String select, String sentence) {
        this(name, proves, count, select, List::of, sentence);
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        try (var counting = connection.prepareStatement(count);
                var row = counting.executeQuery()) {
            row.next();
            tally.count(row.getLong(1));
        }
        try (var selecting = connection.prepareStatement(select)) {
            selecting.setFetchSize(ROWS_AT_ONCE);
            var values = parameters.get();
            for (int i = 0; i < values.size(); i++) {
                selecting.setObject(i + 1, values.get(i));
            }
            try (var row = selecting.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    var words = new ArrayList<String>();
                    for (int i = 1; i <= columns; i++) {
                        words.add(row.getString(i));
                    }
                    tally.broken(sentence.formatted(words.toArray()));
                }
            }
        }
        return tally.finding();
    }
}
