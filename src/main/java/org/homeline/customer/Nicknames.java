package org.homeline.customer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.phone.Gsm;
import org.homeline.phone.PhoneNumber;

/** Whom a customer calls how: {@code SAVE MAMA 0712345678}, then {@code SEND 200 MAMA}. */
@Singleton
public final class Nicknames {
    static final int MOST = 30;
    private static final int LONGEST = 20;

    private final Transactions transactions;

    Nicknames(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param name in capital letters */
    record Nickname(UUID owner, String name, PhoneNumber phone) implements Row {}

    /** The name as it is kept, or empty where it can't be one: letters and digits, a letter first. */
    static Optional<String> tidy(String written) {
        var name = Gsm.fold(written.strip()).toUpperCase(Locale.ROOT);
        return name.length() <= LONGEST && name.matches("\\p{L}[\\p{L}\\p{N}]*") ? Optional.of(name) : Optional.empty();
    }

    public Optional<PhoneNumber> find(UUID owner, String written) {
        return tidy(written)
                .flatMap(name -> all(owner).stream()
                        .filter(nickname -> nickname.name().equals(name))
                        .map(Nickname::phone)
                        .findFirst());
    }

    /** By name; a customer has at most {@link #MOST}. */
    List<Nickname> all(UUID owner) {
        return transactions.read(connection -> {
            try (var select =
                    connection.prepareStatement("select name, phone from nickname where owner = ? order by name")) {
                select.setObject(1, owner);
                var found = new ArrayList<Nickname>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Nickname(owner, row.getString(1), new PhoneNumber(row.getString(2))));
                    }
                }
                return found;
            }
        });
    }

    /** A name that is there already is given to the new number. */
    @Singleton
    static final class Writer implements RowWriter<Nickname> {
        @Override
        public Class<Nickname> rows() {
            return Nickname.class;
        }

        @Override
        public void write(Connection connection, List<Nickname> nicknames) throws SQLException {
            try (var delete = connection.prepareStatement("delete from nickname where owner = ? and name = ?");
                    var insert =
                            connection.prepareStatement("insert into nickname (owner, name, phone) values (?, ?, ?)")) {
                for (var nickname : nicknames) {
                    delete.setObject(1, nickname.owner());
                    delete.setString(2, nickname.name());
                    delete.addBatch();
                    insert.setObject(1, nickname.owner());
                    insert.setString(2, nickname.name());
                    insert.setString(3, nickname.phone().e164());
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
        }
    }
}
