package org.homeline.outbox;

import static org.homeline.outbox.OutboxTable.at;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeline.database.Lease;
import org.homeline.database.Leases;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;

/**
 * What the delivery reads and writes. Every writing method checks the lease in its own transaction and answers false,
 * having written nothing, where it is another node's by now or the message has moved on.
 */
@Singleton
final class DeliveryTable {
    private static final int REASON_LENGTH = 100;

    private final Transactions transactions;
    private final Leases leases;
    private final OptOuts optOuts;
    private final Clock clock;

    DeliveryTable(Transactions transactions, Leases leases, OptOuts optOuts, Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /** A recipient whose first waiting message is due. */
    record Head(int shard, String recipient) {}

    /** Recipients of these shards with something to do now, longest waiting first. */
    List<Head> heads(Set<Integer> shards, int most) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select shard, recipient from outbox first"
                    + " where shard = any(?) and due <= ? and not exists (select 1 from outbox earlier"
                    + " where earlier.shard = first.shard and earlier.recipient = first.recipient"
                    + " and earlier.place < first.place) order by place limit ?")) {
                select.setArray(1, connection.createArrayOf("integer", shards.toArray()));
                select.setObject(2, at(clock.instant()));
                select.setInt(3, most);
                var heads = new ArrayList<Head>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        heads.add(new Head(row.getInt(1), row.getString(2)));
                    }
                }
                return heads;
            }
        });
    }

    /** The recipient's first message, due or not. */
    Optional<Waiting> first(Head head) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select id, recipient, text, tries, expires, due, attempted,"
                    + " exists (select 1 from sms_opt_out where phone = recipient)"
                    + " from outbox where shard = ? and recipient = ? order by place limit 1")) {
                select.setInt(1, head.shard());
                select.setString(2, head.recipient());
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Waiting(
                                    row.getObject(1, UUID.class),
                                    new PhoneNumber(row.getString(2)),
                                    row.getBytes(3),
                                    row.getInt(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant),
                                    row.getBoolean(8)))
                            : Optional.empty();
                }
            }
        });
    }

    /** The provider's ids of this recipient's other messages. */
    Set<String> providerIds(Waiting message) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select provider_id from outbox"
                    + " where shard is null and recipient = ? and provider_id is not null")) {
                select.setString(1, message.recipient().e164());
                var ids = new HashSet<String>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
                return ids;
            }
        });
    }

    /** Says, before the provider is asked, that it may have the message from now on. */
    boolean attempt(Lease lease, Waiting message, Instant unsettledUntil) {
        return update(
                lease,
                "update outbox set state = 'sending', tries = tries + 1, attempted = coalesce(attempted, ?), due = ?"
                        + " where id = ? and shard >= 0",
                at(clock.instant()),
                at(unsettledUntil),
                message.id());
    }

    boolean sent(Lease lease, Waiting message, String providerId) {
        return update(
                lease,
                "update outbox set state = 'sent', provider_id = ?, shard = null, text = null, reason = null, ended = ?"
                        + " where id = ? and shard >= 0",
                providerId,
                at(clock.instant()),
                message.id());
    }

    /** The provider has certainly not taken this attempt; whatever was open before it stays so. */
    boolean notTaken(Lease lease, Waiting message, Instant due, String reason) {
        return message.attempted().isPresent()
                ? open(lease, message, due, reason)
                : update(
                        lease,
                        "update outbox set state = 'waiting', attempted = null, due = ?, reason = ?"
                                + " where id = ? and shard >= 0",
                        at(due),
                        cut(reason),
                        message.id());
    }

    /** It stays open whether the provider has it; that counts as a try of its own. */
    boolean open(Lease lease, Waiting message, Instant due, String reason) {
        return update(
                lease,
                "update outbox set tries = tries + 1, due = ?, reason = ? where id = ? and shard >= 0",
                at(due),
                cut(reason),
                message.id());
    }

    boolean failed(Lease lease, Waiting message, String reason) {
        return fenced(lease, connection -> fail(connection, message, reason));
    }

    /** Gives the message up and notes that its recipient wants none. */
    boolean optedOut(Lease lease, Waiting message, String reason) {
        return fenced(lease, connection -> {
            optOuts.add(connection, message.recipient().e164());
            return fail(connection, message, reason);
        });
    }

    private int fail(Connection connection, Waiting message, String reason) throws SQLException {
        return execute(
                connection,
                "update outbox set state = 'failed', reason = ?, shard = null, text = null, ended = ?"
                        + " where id = ? and shard >= 0",
                cut(reason),
                at(clock.instant()),
                message.id());
    }

    private boolean update(Lease lease, String statement, Object... values) {
        return fenced(lease, connection -> execute(connection, statement, values));
    }

    private boolean fenced(Lease lease, Transactions.Work<Integer> work) {
        return transactions.write(connection -> leases.holds(connection, lease) && work.on(connection) == 1);
    }

    private static int execute(Connection connection, String statement, Object... values) throws SQLException {
        try (var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(REASON_LENGTH, reason.length()));
    }
}
