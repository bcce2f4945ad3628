package org.homeline.api;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What shows that a command comes from somebody who may read the data folder. New at every start. */
@Singleton
public final class OperatorToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String value;

    OperatorToken(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        this.value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String value() {
        return value;
    }

    /** The header that carries a token. */
    public static String header(String token) {
        return SCHEME + token;
    }

    boolean isIn(String header) {
        return MessageDigest.isEqual(
                header(value).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }
}
