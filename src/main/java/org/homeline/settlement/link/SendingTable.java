package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.homeline.database.Lease;
import org.homeline.database.Leases;
import org.homeline.database.Transactions;
import org.homeline.ledger.StaleRowException;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.InstructionMessage;
import org.homeline.settlement.InstructionMessageWriter;
import org.homeline.settlement.Partner;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions are due, and what was done about them. Touches no money. Every writing method checks the lease in its
 * own transaction, and writes nothing where the link is another node's by now.
 */
@Singleton
final class SendingTable {
    private static final String COLUMNS = "id, partner, kind, minor, currency, details, tail, errand, subject, pending,"
            + " state, business_day, stan, rrn, transmitted, response, due, tries, made, since, version";

    private final Transactions transactions;
    private final Leases leases;
    private final InstructionMessageWriter messages;

    SendingTable(Transactions transactions, Leases leases, InstructionMessageWriter messages) {
        this.transactions = transactions;
        this.leases = leases;
        this.messages = messages;
    }

    /**
     * Takes what is due on, in one transaction: new states, trace numbers and the text of what will be sent. Nothing of it may
     * leave before that is durable.
     *
     * @param most how many
     * @param text a message as logs may show it
     */
    List<Sending> claim(Lease lease, Partner partner, Instant now, int most, Function<Instruction, String> text) {
        return transactions.write(connection -> {
            if (!leases.holds(connection, lease)) {
                return List.of();
            }
            var sent = new ArrayList<InstructionMessage>();
            var sendings = sendings(connection, partner, now, due(connection, partner, now, most)).stream()
                    .map(sending -> checked(partner, now, sending, text, sent))
                    .toList();
            write(connection, sendings);
            messages.write(connection, sent);
            return sendings.stream().map(SendingTable::written).toList();
        });
    }

    /** What has waited since then without being sent once. */
    List<Instruction> queuedBefore(Partner partner, Instant made, int most) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + " from instruction"
                    + " where partner = ? and due is not null and state = 'queued' and made < ? limit ?")) {
                select.setString(1, partner.id());
                select.setObject(2, at(made));
                select.setInt(3, most);
                return read(select);
            }
        });
    }

    /** No byte of it left: a first message goes back into the queue, any other is due again at that time. */
    void unsent(Lease lease, Instruction instruction, Instant due) {
        boolean first = instruction.state().equals(Instruction.SENT) && instruction.tries() == 1;
        put(lease, instruction, first ? Instruction.QUEUED : instruction.state(), due);
    }

    /** It is due again at that time. */
    void again(Lease lease, Instruction instruction, Instant due) {
        put(lease, instruction, instruction.state(), due);
    }

    private void put(Lease lease, Instruction instruction, String state, Instant due) {
        transactions.write(connection -> {
            if (!leases.holds(connection, lease)) {
                return 0;
            }
            try (var update = connection.prepareStatement("update instruction set state = ?, due = ?,"
                    + " version = version + 1 where id = ? and version = ?")) {
                update.setString(1, state);
                update.setObject(2, at(due));
                update.setObject(3, instruction.id());
                update.setLong(4, instruction.version());
                return update.executeUpdate();
            }
        });
    }

    /** The first of so many trace numbers. */
    int traces(String partner, LocalDate day, int count) {
        return transactions.write(connection -> Traces.take(connection, partner, day, count));
    }

    /** Keeps what came unasked: a late answer changes nothing, but an operator may want to see it. */
    void note(InstructionMessage message) {
        transactions.write(connection -> {
            messages.write(connection, List.of(message));
            return message;
        });
    }

    /** Which instruction has this trace number on that day or the one before: an answer may come after the cut-over. */
    Optional<UUID> find(String partner, LocalDate day, int stan) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    "select id from instruction"
                            + " where partner = ? and business_day in (?, ?) and stan = ? order by business_day desc limit 1")) {
                select.setString(1, partner);
                select.setObject(2, day);
                select.setObject(3, day.minusDays(1));
                select.setInt(4, stan);
                try (var row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    long underWay() {
        return transactions.read(connection -> {
            try (var count = connection.prepareStatement("select count(*) from instruction where due is not null");
                    var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many of the partner's instructions stand in which state that is no end. */
    List<Waiting> waiting() {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select partner, state, count(*), min(made) from instruction"
                            + " where state in ('queued', 'sent', 'reversing', 'exception')"
                            + " group by partner, state order by partner, state");
                    var row = select.executeQuery()) {
                var found = new ArrayList<Waiting>();
                while (row.next()) {
                    found.add(new Waiting(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        });
    }

    /** @param oldest when the oldest of them was made */
    record Waiting(String partner, String state, long instructions, Instant oldest) {}

    private static Sending written(Sending sending) {
        return switch (sending) {
            case Sending.Out(var after) -> new Sending.Out(after.written());
            case Sending.Over(var instruction, var why) -> new Sending.Over(instruction.written(), why);
        };
    }

    private static List<Instruction> due(Connection connection, Partner partner, Instant now, int most)
            throws SQLException {
        try (var select = connection.prepareStatement(
                // Whoever cancels one meanwhile waits, or has come first.
                "select " + COLUMNS + " from instruction where partner = ? and due <= ? order by due limit ?"
                        + " for update")) {
            select.setString(1, partner.id());
            select.setObject(2, at(now));
            select.setInt(3, most);
            return read(select);
        }
    }

    private static List<Instruction> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Instruction>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    /** Those that go out for the first time get trace numbers and the business day, all at once; without any left they wait. */
    private static List<Sending> sendings(Connection connection, Partner partner, Instant now, List<Instruction> due)
            throws SQLException {
        int fresh = (int) due.stream().filter(Sending::isFirst).count();
        var day = partner.cutOver().day(now);
        var numbers = fresh == 0 ? OptionalInt.empty() : Traces.takeIfLeft(connection, partner.id(), day, fresh);
        int stan = numbers.orElse(0);
        var transmitted = Letters.transmitted(now);
        var sendings = new ArrayList<Sending>();
        for (var one : due) {
            if (!Sending.isFirst(one)) {
                sendings.add(Sending.next(partner, one, now));
            } else if (numbers.isPresent()) {
                sendings.add(Sending.first(partner, one, new Sending.Numbers(day, stan++, transmitted), now));
            }
        }
        return sendings;
    }

    /** What can't be written is the operator's, and keeps nobody else from being sent; until that is so, it is put off. */
    private static Sending checked(
            Partner partner,
            Instant now,
            Sending sending,
            Function<Instruction, String> text,
            List<InstructionMessage> sent) {
        return switch (sending) {
            case Sending.Out(var after) -> {
                try {
                    sent.add(new InstructionMessage(after.id(), now, true, text.apply(after)));
                    yield sending;
                } catch (RuntimeException unwritable) {
                    yield new Sending.Over(
                            after.postponed(now.plus(partner.times().retry())),
                            "it can't be written: " + unwritable.getMessage());
                }
            }
            case Sending.Over(var instruction, var why) ->
                new Sending.Over(instruction.postponed(now.plus(partner.times().retry())), why);
        };
    }

    private static void write(Connection connection, List<Sending> sendings) throws SQLException {
        try (var update = connection.prepareStatement("update instruction set state = ?, business_day = ?, stan = ?,"
                + " rrn = ?, transmitted = ?, due = ?, tries = ?, since = ?, version = version + 1"
                + " where id = ? and version = ?")) {
            for (var sending : sendings) {
                var after = sending.instruction();
                update.setString(1, after.state());
                update.setObject(2, after.day());
                update.setObject(3, after.stan());
                update.setString(4, after.rrn());
                update.setString(5, after.transmitted());
                update.setObject(6, at(after.due()));
                update.setInt(7, after.tries());
                update.setObject(8, at(after.since()));
                update.setObject(9, after.id());
                update.setLong(10, after.version());
                update.addBatch();
            }
            StaleRowException.unlessEach(update.executeBatch(), "the instruction");
        }
    }

    private static Instruction read(ResultSet row) throws SQLException {
        return new Instruction(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class),
                row.getString(11),
                row.getObject(12, LocalDate.class),
                row.getObject(13, Integer.class),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                instant(row.getObject(17, OffsetDateTime.class)),
                row.getInt(18),
                row.getObject(19, OffsetDateTime.class).toInstant(),
                row.getObject(20, OffsetDateTime.class).toInstant(),
                row.getLong(21));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
