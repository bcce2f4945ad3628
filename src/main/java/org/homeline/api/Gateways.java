package org.homeline.api;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;

/** Which gateways this server was given what they need for. */
@Singleton
public final class Gateways {
    private final List<Gateway> all;

    /**
     * @param name as people call it
     * @param on whether it works
     * @param why what is missing, and what that means
     */
    public record Gateway(String name, boolean on, String why) {}

    Gateways(
            @Value("${africastalking.key:}") String africasTalkingKey,
            @Value("${twilio.account-sid:}") String account,
            @Value("${twilio.auth-token:}") String token,
            @Value("${twilio.from:}") String from,
            @Value("${homeline.insecure-gateways:false}") boolean insecure) {
        var ussd = insecure || !africasTalkingKey.isEmpty();
        var sms = !account.isEmpty() && !token.isEmpty() && !from.isEmpty();
        this.all = List.of(
                new Gateway("USSD gateway", ussd, ussd ? "" : "AFRICASTALKING_KEY is not set: callers get 503"),
                new Gateway(
                        "SMS gateway",
                        sms,
                        sms
                                ? ""
                                : "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not all set: messages wait in the outbox"));
    }

    public List<Gateway> all() {
        return all;
    }
}
