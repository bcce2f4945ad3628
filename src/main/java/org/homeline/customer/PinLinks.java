package org.homeline.customer;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;
import org.homeline.database.Transactions;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;
import org.homeline.signing.Digest;

/**
 * Links to the page where somebody who can't dial chooses a PIN: one at a time for a customer, for one use and a short time.
 * A link holds 130 random bits, of which only the hash is kept. There are none where the public does not reach this server
 * over TLS.
 */
@Singleton
public final class PinLinks implements Chore {
    /** How long a link lasts. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);
    /** The path of the page; the token stands behind it. */
    public static final String PATH = "/pin/";

    /** More than anybody needs to find two PINs that agree and are not weak. */
    private static final int MOST_POSTS = 20;

    private static final int TOKEN_LENGTH = 26;
    /** 32 signs, five bits each; none that looks like another, none that a phone would not make part of a link. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final Pattern TOKEN = Pattern.compile("[" + ALPHABET + "]{" + TOKEN_LENGTH + "}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

    private static final Tidying.Over OVER = new Tidying.Over("pin_link", "owner", "expires < ?");

    private final String publicUrl;
    private final boolean on;
    private final RandomGenerator random;
    private final Transactions transactions;
    private final Tidying tidying;
    private final Clock clock;

    PinLinks(
            @Value("${homeline.public-url:}") String publicUrl,
            RandomGenerator random,
            Transactions transactions,
            Tidying tidying,
            Clock clock) {
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
        this.on = isPrivate(this.publicUrl);
        this.random = random;
        this.transactions = transactions;
        this.tidying = tidying;
        this.clock = clock;
    }

    /** A link to be written with a journal. */
    record Fresh(UUID owner, byte[] hash, Instant expires) implements Row {}

    /** A link that has done its work. */
    record Used(UUID owner, byte[] hash) implements Row {}

    /** Puts whatever link there is out of use. */
    record Gone(UUID owner) implements Row {}

    /** A link and the address that leads there; the address is for its owner alone. */
    record Made(Fresh row, String url) {
        @Override
        public String toString() {
            return "Made[for " + row.owner() + "]";
        }
    }

    /**
     * A link that somebody came with.
     *
     * @param hash in hexadecimal: how the server speaks of it
     * @param over whether it was used, or too much was sent to it
     */
    public record Found(String hash, UUID owner, boolean over) {}

    /** Whether links can be offered at all. */
    boolean isOn() {
        return on;
    }

    Made make(UUID owner) {
        var token = new StringBuilder();
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Made(
                new Fresh(owner, hash(token.toString()), clock.instant().plus(LIFETIME)), publicUrl + PATH + token);
    }

    /** What a token leads to while it lasts. Changes nothing. */
    public Optional<Found> find(String token) {
        return TOKEN.matcher(token).matches() ? find(hash(token)) : Optional.empty();
    }

    /** Counts that something is sent to it; false where that was too much. */
    public boolean countPost(Found link) {
        return transactions.write(connection -> {
            try (var update =
                    connection.prepareStatement("update pin_link set posts = posts + 1 where hash = ? and posts < ?")) {
                update.setBytes(1, HexFormat.of().parseHex(link.hash()));
                update.setInt(2, MOST_POSTS);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** The link if it is the customer's and still good. */
    Optional<Used> live(String hash, UUID owner) {
        var bytes = HexFormat.of().parseHex(hash);
        return find(bytes)
                .filter(link -> !link.over() && link.owner().equals(owner))
                .map(link -> new Used(owner, bytes));
    }

    private Optional<Found> find(byte[] hash) {
        return transactions.read(connection -> {
            try (var select =
                    connection.prepareStatement("select owner, used from pin_link where hash = ? and expires > ?")) {
                select.setBytes(1, hash);
                select.setObject(2, now());
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Found(
                                    HexFormat.of().formatHex(hash), row.getObject(1, UUID.class), row.getBoolean(2)))
                            : Optional.empty();
                }
            }
        });
    }

    private static byte[] hash(String token) {
        return Digest.sha256(token.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether what is typed there can't be read on the way. */
    private static boolean isPrivate(String url) {
        if (url.isEmpty()) {
            return false;
        }
        var parts = URI.create(url);
        return "https".equals(parts.getScheme())
                || ("http".equals(parts.getScheme())
                        && parts.getHost() != null
                        && LOOPBACK.matcher(parts.getHost()).matches());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "pin-links-tidying";
    }

    @Override
    public Duration every() {
        return LIFETIME;
    }

    @Override
    public void run() {
        tidying.delete(OVER, clock.instant());
    }

    /** A new link puts the customer's earlier one out of use. */
    @Singleton
    static final class FreshWriter implements RowWriter<Fresh> {
        @Override
        public Class<Fresh> rows() {
            return Fresh.class;
        }

        @Override
        public void write(Connection connection, List<Fresh> links) throws SQLException {
            try (var delete = connection.prepareStatement("delete from pin_link where owner = ?");
                    var insert = connection.prepareStatement(
                            "insert into pin_link (owner, hash, expires, used, posts) values (?, ?, ?, false, 0)")) {
                for (var link : links) {
                    delete.setObject(1, link.owner());
                    delete.addBatch();
                    insert.setObject(1, link.owner());
                    insert.setBytes(2, link.hash());
                    insert.setObject(3, link.expires().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
        }
    }

    /** Whoever comes second with a link finds it used. */
    @Singleton
    static final class UsedWriter implements RowWriter<Used> {
        @Override
        public Class<Used> rows() {
            return Used.class;
        }

        @Override
        public void write(Connection connection, List<Used> links) throws SQLException {
            try (var update = connection.prepareStatement(
                    "update pin_link set used = true where owner = ? and hash = ? and not used")) {
                for (var link : links) {
                    update.setObject(1, link.owner());
                    update.setBytes(2, link.hash());
                    update.addBatch();
                }
                StaleRowException.unlessEach(update.executeBatch(), "the link");
            }
        }
    }

    /** Nobody comes with a link from before a reset. */
    @Singleton
    static final class GoneWriter implements RowWriter<Gone> {
        @Override
        public Class<Gone> rows() {
            return Gone.class;
        }

        @Override
        public void write(Connection connection, List<Gone> links) throws SQLException {
            try (var delete = connection.prepareStatement("delete from pin_link where owner = ?")) {
                for (var link : links) {
                    delete.setObject(1, link.owner());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
    }
}
