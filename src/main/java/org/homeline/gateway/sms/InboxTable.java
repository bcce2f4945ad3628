package org.homeline.gateway.sms;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;

/** The texts that came in: who and when, not what. */
@Singleton
final class InboxTable implements Chore {
    /** Longer than any code, quote, hold or undoing lives, so that no late repetition of a text moves money. */
    private static final Duration KEPT = Duration.ofDays(60);

    private static final Duration EVERY = Duration.ofHours(1);

    private static final Tidying.Over OLD = new Tidying.Over("sms_inbound", "id", "received < ?");

    private final Transactions transactions;
    private final Tidying tidying;
    private final Clock clock;

    InboxTable(Transactions transactions, Tidying tidying, Clock clock) {
        this.transactions = transactions;
        this.tidying = tidying;
        this.clock = clock;
    }

    /** Notes the text; false where it was noted and answered before. */
    boolean claim(InboundText text, Instant now) {
        return transactions.write(connection -> {
            try (var insert = connection.prepareStatement("insert into sms_inbound (id, phone, received, answered)"
                            + " values (?, ?, ?, false) on conflict do nothing");
                    var select = connection.prepareStatement("select answered from sms_inbound where id = ?")) {
                insert.setString(1, text.id());
                insert.setString(2, text.from().e164());
                insert.setObject(3, at(now));
                if (insert.executeUpdate() == 1) {
                    return true;
                }
                select.setString(1, text.id());
                try (var row = select.executeQuery()) {
                    return row.next() && !row.getBoolean(1);
                }
            }
        });
    }

    int answered(Connection connection, InboundText text) throws SQLException {
        try (var update = connection.prepareStatement("update sms_inbound set answered = true where id = ?")) {
            update.setString(1, text.id());
            return update.executeUpdate();
        }
    }

    /** How many texts of the number came in after the time. */
    long countSince(PhoneNumber from, Instant since) {
        return transactions.read(connection -> {
            try (var select =
                    connection.prepareStatement("select count(*) from sms_inbound where phone = ? and received > ?")) {
                select.setString(1, from.e164());
                select.setObject(2, at(since));
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public String name() {
        return "sms-inbox-tidying";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        tidying.delete(OLD, clock.instant().minus(KEPT));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
