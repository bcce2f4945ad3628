package org.homeline.customer;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;
import org.homeline.signing.Keys;

/**
 * One-time codes: six random digits that live a short time and three tries. Kept is a keyed code of them, bound to the
 * very thing they release. Tries are counted by a guard, so that of any number of parallel guesses only three learn that
 * they were wrong, and none after them that it was right.
 */
@Singleton
public final class Codes {
    private static final int TRIES = 3;

    private final Keys keys;

    Codes(Keys keys) {
        this.keys = keys;
    }

    /** A new code for the thing, and what is kept of it. */
    public Fresh fresh(Attempt attempt, UUID thing) {
        var digits = attempt.code();
        return new Fresh(digits, check(thing, digits));
    }

    /** @param digits for the one who may know them; {@code check} for the database */
    public record Fresh(String digits, byte[] check) {
        @Override
        public String toString() {
            return "******";
        }
    }

    public boolean matches(UUID thing, String digits, byte[] check) {
        return MessageDigest.isEqual(check(thing, digits.strip()), check);
    }

    /** What must hold for the answer to a guess to be given: a right one may still be used, a wrong one is counted. */
    public Guard guess(UUID thing, boolean right, Instant expires) {
        return new Guard.Counter("code", "code:" + thing, right ? 0 : 1, right ? TRIES - 1 : TRIES, expires);
    }

    private byte[] check(UUID thing, String digits) {
        return keys.code(
                Keys.Use.CODE,
                thing.toString().getBytes(StandardCharsets.US_ASCII),
                digits.getBytes(StandardCharsets.UTF_8));
    }
}
