package org.homeline.customer;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.operation.Pin;
import org.homeline.phone.PhoneNumber;
import org.homeline.signing.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Checks PINs as card issuers do: by a code under a key that is not in the database, because ten thousand PINs fall to any
 * bare hash in seconds. A try is counted, durably, before it is compared, so that no number of parallel guesses gets more
 * than three compared; three wrong ones lock the PIN (ISO 9564-1, 4.4) until the operator or {@link PinUnlocking} frees it.
 */
@Singleton
public final class Pins {
    public static final int TRIES = 3;
    private static final int SALT_BYTES = 16;
    private static final Pattern PERMIT = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{64})");

    private final Transactions transactions;
    private final Durability durability;
    private final Keys keys;
    private final RandomGenerator random;
    private final Clock clock;

    Pins(Transactions transactions, Durability durability, Keys keys, RandomGenerator random, Clock clock) {
        this.transactions = transactions;
        this.durability = durability;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** What a check found. */
    public sealed interface Check {
        record Right() implements Check {}

        /** @param lockedNow whether this was the try that locked it */
        record Wrong(int triesLeft, boolean lockedNow) implements Check {}

        record Locked() implements Check {}

        record NotSet() implements Check {}
    }

    /** A PIN to be set with a journal: the code that checks it, not the PIN. */
    public record NewPin(UUID owner, byte[] salt, byte[] code) implements Row {}

    /** A PIN to be freed with a journal. */
    public record Freed(UUID owner) implements Row {}

    /** A PIN to be taken away with a journal, with its count of wrong tries: the owner chooses a new one. */
    public record Removed(UUID owner) implements Row {}

    /**
     * How a PIN stands.
     *
     * @param wrong tries since the last right one
     * @param lockedAt null where it is not locked
     */
    record Standing(int wrong, @Nullable Instant lockedAt) {}

    public static boolean isWeak(Pin pin, PhoneNumber phone) {
        return PinRules.isWeak(pin, phone);
    }

    public NewPin set(UUID owner, Pin pin) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new NewPin(owner, salt, code(owner, salt, pin));
    }

    public boolean isSet(UUID owner) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select 1 from pin where owner = ?")) {
                select.setObject(1, owner);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    public boolean isLocked(UUID owner) {
        return standing(owner).filter(pin -> pin.lockedAt() != null).isPresent();
    }

    /** Empty where there is no PIN. */
    Optional<Standing> standing(UUID owner) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select tries, locked_at from pin where owner = ?")) {
                select.setObject(1, owner);
                try (var row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    var locked = row.getObject(2, OffsetDateTime.class);
                    return Optional.of(new Standing(row.getInt(1), locked == null ? null : locked.toInstant()));
                }
            }
        });
    }

    /**
     * Shows for a while that the owner has just given the present PIN, so that a new one can be typed on the next screen
     * while the old one is kept nowhere. It is worth nothing once the PIN is another.
     */
    String permit(UUID owner, Instant until) {
        return until.getEpochSecond() + "." + HexFormat.of().formatHex(permitCode(owner, until.getEpochSecond()));
    }

    boolean permits(UUID owner, String permit, Instant now) {
        var parts = PERMIT.matcher(permit);
        if (!parts.matches()) {
            return false;
        }
        long until = Long.parseLong(parts.group(1));
        return now.getEpochSecond() < until
                && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), permitCode(owner, until));
    }

    private byte[] permitCode(UUID owner, long until) {
        return keys.code(
                Keys.Use.CODE,
                "permit".getBytes(StandardCharsets.US_ASCII),
                bytes(owner),
                salt(owner),
                Long.toString(until).getBytes(StandardCharsets.US_ASCII));
    }

    /** A new one comes with each PIN; empty where there is none. */
    private byte[] salt(UUID owner) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select salt from pin where owner = ?")) {
                select.setObject(1, owner);
                try (var row = select.executeQuery()) {
                    return row.next() ? row.getBytes(1) : new byte[0];
                }
            }
        });
    }

    public Check check(UUID owner, Pin pin) {
        int counted = transactions.write(connection -> count(connection, owner));
        if (counted == 0) {
            return isSet(owner) ? new Check.Locked() : new Check.NotSet();
        }
        durability.await();
        return transactions.write(connection -> compare(connection, owner, pin));
    }

    /** Frees a locked PIN; false where it was not locked. */
    public boolean unlock(UUID owner) {
        return transactions.write(connection -> {
            try (var update = connection.prepareStatement(
                    "update pin set tries = 0, locked_at = null where owner = ? and locked_at is not null")) {
                update.setObject(1, owner);
                return update.executeUpdate() > 0;
            }
        });
    }

    /** Whose PINs were locked before that time, a bounded number of them. */
    List<UUID> lockedBefore(Instant time, int most) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    "select owner from pin where locked_at <= ? order by locked_at limit ?")) {
                select.setObject(1, time.atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
                var owners = new ArrayList<UUID>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        owners.add(row.getObject(1, UUID.class));
                    }
                }
                return owners;
            }
        });
    }

    /** Counts a try, where one is left; the last one locks, and a right one frees again. */
    private int count(Connection connection, UUID owner) throws SQLException {
        try (var update = connection.prepareStatement("update pin set tries = tries + 1,"
                + " locked_at = case when tries + 1 >= ? then cast(? as timestamp(6) with time zone) else locked_at end"
                + " where owner = ? and tries < ?")) {
            update.setInt(1, TRIES);
            update.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setObject(3, owner);
            update.setInt(4, TRIES);
            return update.executeUpdate();
        }
    }

    private Check compare(Connection connection, UUID owner, Pin pin) throws SQLException {
        try (var select = connection.prepareStatement("select salt, code, tries from pin where owner = ? for update")) {
            select.setObject(1, owner);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return new Check.NotSet();
                }
                if (!MessageDigest.isEqual(row.getBytes(2), code(owner, row.getBytes(1), pin))) {
                    int tries = row.getInt(3);
                    return new Check.Wrong(Math.max(0, TRIES - tries), tries >= TRIES);
                }
            }
        }
        try (var reset = connection.prepareStatement("update pin set tries = 0, locked_at = null where owner = ?")) {
            reset.setObject(1, owner);
            reset.executeUpdate();
        }
        return new Check.Right();
    }

    private byte[] code(UUID owner, byte[] salt, Pin pin) {
        return keys.code(Keys.Use.PIN, bytes(owner), salt, pin.bytes());
    }

    private static byte[] bytes(UUID owner) {
        return ByteBuffer.allocate(16)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    /** A new PIN replaces the old one and frees it. */
    @Singleton
    static final class Writer implements RowWriter<NewPin> {
        @Override
        public Class<NewPin> rows() {
            return NewPin.class;
        }

        @Override
        public void write(Connection connection, List<NewPin> pins) throws SQLException {
            try (var delete = connection.prepareStatement("delete from pin where owner = ?");
                    var insert = connection.prepareStatement(
                            "insert into pin (owner, salt, code, tries) values (?, ?, ?, 0)")) {
                for (var pin : pins) {
                    delete.setObject(1, pin.owner());
                    delete.addBatch();
                    insert.setObject(1, pin.owner());
                    insert.setBytes(2, pin.salt());
                    insert.setBytes(3, pin.code());
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
        }
    }

    /** Frees what a journal frees. */
    @Singleton
    static final class FreedWriter implements RowWriter<Freed> {
        @Override
        public Class<Freed> rows() {
            return Freed.class;
        }

        @Override
        public void write(Connection connection, List<Freed> pins) throws SQLException {
            try (var update =
                    connection.prepareStatement("update pin set tries = 0, locked_at = null where owner = ?")) {
                for (var pin : pins) {
                    update.setObject(1, pin.owner());
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    /** Takes away what a journal takes away. */
    @Singleton
    static final class RemovedWriter implements RowWriter<Removed> {
        @Override
        public Class<Removed> rows() {
            return Removed.class;
        }

        @Override
        public void write(Connection connection, List<Removed> pins) throws SQLException {
            try (var delete = connection.prepareStatement("delete from pin where owner = ?")) {
                for (var pin : pins) {
                    delete.setObject(1, pin.owner());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
    }
}
