package org.homeline.gateway.sms.twilio;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeline.operation.Entrance;

/**
 * What the environment says of the account at Twilio ({@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN}, {@code
 * TWILIO_FROM}, {@code TWILIO_API_BASE}); empty where it says nothing. The account is off until the first three are set.
 */
@Singleton
final class TwilioAccount implements Entrance {
    private final String sid;
    private final String token;
    private final String from;
    private final String apiBase;

    TwilioAccount(
            @Value("${twilio.account-sid:}") String sid,
            @Value("${twilio.auth-token:}") String token,
            @Value("${twilio.from:}") String from,
            @Value("${twilio.api-base:}") String apiBase) {
        this.sid = sid.strip();
        this.token = token.strip();
        this.from = from.strip();
        this.apiBase = apiBase.strip();
    }

    String sid() {
        return sid;
    }

    /** Signs Twilio's requests and ours: never to be logged. */
    String token() {
        return token;
    }

    /** A number or a messaging service. */
    String from() {
        return from;
    }

    /** Where Twilio's interface is, if not at Twilio. */
    String apiBase() {
        return apiBase;
    }

    /** The names of the variables that are not set. */
    List<String> missing() {
        return Stream.of(
                        sid.isEmpty() ? "TWILIO_ACCOUNT_SID" : "",
                        token.isEmpty() ? "TWILIO_AUTH_TOKEN" : "",
                        from.isEmpty() ? "TWILIO_FROM" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    boolean isOn() {
        return missing().isEmpty();
    }

    /** Where messages go to Twilio, or to whatever stands for it on another machine. */
    @Override
    public boolean isLive() {
        return isOn() && !isLoopback(apiBase);
    }

    private static boolean isLoopback(String base) {
        try {
            var host = base.isEmpty() ? null : URI.create(base).getHost();
            return host != null
                    && (host.equals("localhost")
                            || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                                    .isLoopbackAddress());
        } catch (IllegalArgumentException elsewhere) {
            return false;
        }
    }

    @Override
    public String name() {
        return "SMS";
    }

    @Override
    public Optional<String> closed() {
        return isOn()
                ? Optional.empty()
                : Optional.of("set " + String.join(", ", missing()) + "; until then messages wait in the outbox");
    }

    /** For the operator. */
    String state() {
        return isOn() ? "Twilio" : "off: set " + String.join(", ", missing());
    }
}
