package org.homeline.gateway.ussd.africastalking;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.Problem;
import org.homeline.operation.Entrance;
import org.homeline.signing.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: whoever knows the key that the callback URL ends in, from an allowed address. Africa's Talking signs
 * nothing, so that is all there is to go by.
 */
@Singleton
public final class Access implements Entrance {
    private final byte[] key;
    private final List<AddressRange> allowed;
    private final boolean insecure;

    /**
     * @param key {@code AFRICASTALKING_KEY}; empty where the gateway is off
     * @param allow {@code AFRICASTALKING_ALLOW}, ranges with commas between; empty for any address
     * @throws ConfigurationException where one of them is none
     */
    Access(
            @Value("${africastalking.key:}") String key,
            @Value("${africastalking.allow:}") String allow,
            @Value("${homeline.insecure-gateways:false}") boolean insecure) {
        this.key = key.isEmpty() ? new byte[0] : digest(key);
        this.allowed = Arrays.stream(allow.split(","))
                .filter(range -> !range.isBlank())
                .map(Access::range)
                .toList();
        this.insecure = insecure;
    }

    /** Whether callbacks are answered at all. */
    public boolean isOn() {
        return insecure || key.length > 0;
    }

    @Override
    public String name() {
        return "USSD";
    }

    @Override
    public Optional<String> closed() {
        return isOn() ? Optional.empty() : Optional.of("set AFRICASTALKING_KEY; until then callers get 503");
    }

    /** Whether this caller's are; takes the same time whatever key is given. */
    boolean allows(@Nullable String given, InetAddress from) {
        if (insecure) {
            return true;
        }
        boolean knows = MessageDigest.isEqual(key, digest(given == null ? "" : given));
        return knows && (allowed.isEmpty() || allowed.stream().anyMatch(range -> range.contains(from)));
    }

    private static AddressRange range(String written) {
        try {
            return AddressRange.parse(written);
        } catch (IllegalArgumentException none) {
            throw new ConfigurationException(List.of(new Problem(
                    "AFRICASTALKING_ALLOW",
                    0,
                    "",
                    "'" + written.strip() + "' is no range of addresses: write them like"
                            + " 196.201.216.0/24, 2001:db8::/32 or one address, with commas between")));
        }
    }

    private static byte[] digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
