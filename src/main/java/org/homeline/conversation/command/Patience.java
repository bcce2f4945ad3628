package org.homeline.conversation.command;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;

/**
 * How often a number is told within an hour that we can't read it. Behind it may be another machine, which answers our
 * answers for as long as there are any.
 */
@Singleton
final class Patience implements Chore {
    static final int MOST_ANSWERS = 3;
    static final Duration WITHIN = Duration.ofHours(1);

    private static final String COUNT =
            "update unreadable_sms set answers = case when since <= ? then 1 else answers + 1 end,"
                    + " since = case when since <= ? then ? else since end where phone = ? and (answers < ? or since <= ?)";
    private static final String BEGIN =
            "insert into unreadable_sms (phone, since, answers) values (?, ?, 1) on conflict do nothing";

    private static final Tidying.Over OVER = new Tidying.Over("unreadable_sms", "phone", "since <= ?");

    private final Transactions transactions;
    private final Tidying tidying;
    private final Clock clock;

    Patience(Transactions transactions, Tidying tidying, Clock clock) {
        this.transactions = transactions;
        this.tidying = tidying;
        this.clock = clock;
    }

    /** Whether the number may be answered once more; counts that. */
    boolean allows(PhoneNumber number) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return transactions.write(connection -> count(connection, number, now) || begin(connection, number, now));
    }

    private static boolean count(Connection connection, PhoneNumber number, OffsetDateTime now) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, now.minus(WITHIN));
            statement.setObject(2, now.minus(WITHIN));
            statement.setObject(3, now);
            statement.setString(4, number.e164());
            statement.setInt(5, MOST_ANSWERS);
            statement.setObject(6, now.minus(WITHIN));
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean begin(Connection connection, PhoneNumber number, OffsetDateTime now) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, number.e164());
            statement.setObject(2, now);
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public String name() {
        return "unreadable-sms-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        tidying.delete(OVER, clock.instant().minus(WITHIN));
    }
}
