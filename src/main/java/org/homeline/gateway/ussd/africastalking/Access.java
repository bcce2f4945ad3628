package org.homeline.gateway.ussd.africastalking;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.homeline.compliance.AddressRanges;
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
    private final AddressRanges allowed;
    private final boolean insecure;

    /**
     * @param key {@code AFRICASTALKING_KEY}; empty where the gateway is off
     * @param allow {@code AFRICASTALKING_ALLOW}, ranges with commas between; empty for any address
     * @throws org.homeline.configuration.ConfigurationException where one of them is none
     */
    Access(
            @Value("${africastalking.key:}") String key,
            @Value("${africastalking.allow:}") String allow,
            @Value("${homeline.insecure-gateways:false}") boolean insecure) {
        this.key = key.isEmpty() ? new byte[0] : digest(key);
        this.allowed = AddressRanges.parse("AFRICASTALKING_ALLOW", allow);
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

    /**
     * Whether this caller's are; takes the same time whatever key is given.
     *
     * @param from who called, beyond a proxy of ours
     */
    boolean allows(@Nullable String given, InetAddress from) {
        if (insecure) {
            return true;
        }
        boolean knows = MessageDigest.isEqual(key, digest(given == null ? "" : given));
        return knows && (allowed.isEmpty() || allowed.contains(from));
    }

    private static byte[] digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
