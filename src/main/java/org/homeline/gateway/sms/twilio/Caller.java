package org.homeline.gateway.sms.twilio;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells whether a request comes from Twilio, and from our account there. */
@Singleton
final class Caller {
    private final TwilioAccount account;
    private final PublicUrl publicUrl;
    private final boolean insecure;

    Caller(TwilioAccount account, PublicUrl publicUrl, @Value("${homeline.insecure-gateways:false}") boolean insecure) {
        this.account = account;
        this.publicUrl = publicUrl;
        this.insecure = insecure;
    }

    enum Verdict {
        AUTHENTIC,
        UNAUTHENTIC,
        /** Nobody could be told from Twilio. */
        OFF
    }

    Verdict judge(HttpRequest<?> request, Form form) {
        if (insecure) {
            return Verdict.AUTHENTIC;
        }
        if (account.token().isEmpty() || account.sid().isEmpty()) {
            return Verdict.OFF;
        }
        var signature = request.getHeaders().get("X-Twilio-Signature");
        boolean authentic = signature != null
                && Signature.matches(account.token(), publicUrl.of(request), form.fields(), signature)
                && account.sid().equals(form.get("AccountSid"));
        return authentic ? Verdict.AUTHENTIC : Verdict.UNAUTHENTIC;
    }
}
