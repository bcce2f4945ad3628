package org.homeline.gateway.sms.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeline.gateway.sms.SmsSettings;
import org.homeline.outbox.Message;
import org.homeline.outbox.SmsSender;
import org.jspecify.annotations.Nullable;

/** Sends through Twilio's Message resource. */
@Singleton
@Requires(property = "twilio.account-sid", pattern = ".+")
@Requires(property = "twilio.auth-token", pattern = ".+")
@Requires(property = "twilio.from", pattern = ".+")
final class TwilioSender implements SmsSender {
    /** How far Twilio's clock may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final long LOOKED_THROUGH = 100;
    private static final Duration LEAST_VALIDITY = Duration.ofSeconds(60);
    private static final Duration MOST_VALIDITY = Duration.ofHours(10);

    private final TwilioAccount account;
    private final SmsSettings settings;
    private final PublicUrl publicUrl;
    private @Nullable TwilioRestClient client;

    TwilioSender(TwilioAccount account, SmsSettings settings, PublicUrl publicUrl) {
        this.account = account;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Override
    public Outcome send(Message message) {
        try {
            return new Outcome.Sent(creator(message).create(client()).getSid());
        } catch (NoAnswerException none) {
            return none.isCertainlyNotTaken()
                    ? new Outcome.Retry(none.reason(), none.after())
                    : new Outcome.Unknown(none.reason());
        } catch (ApiException refused) {
            return TwilioErrors.outcome(refused);
        } catch (ApiConnectionException broken) {
            return new Outcome.Unknown("no answer from Twilio");
        }
    }

    /**
     * Looks through the recipient's latest messages for one with this text that is not another's. Not by the time of sending:
     * a message that still queues has none.
     */
    @Override
    public Search find(Message message, Instant since, Set<String> others) {
        var earliest = since.minus(CLOCKS_APART);
        try {
            var page = new MessageReader(account.sid())
                    .setTo(new PhoneNumber(message.to().e164()))
                    .setPageSize(LOOKED_THROUGH)
                    .firstPage(client());
            for (var known : page.getRecords()) {
                if (!others.contains(known.getSid()) && isLike(known, message.text(), earliest)) {
                    return new Search.Found(known.getSid());
                }
            }
            return new Search.NotThere();
        } catch (NoAnswerException none) {
            return new Search.NoAnswer(none.reason(), none.after());
        } catch (ApiException | ApiConnectionException refused) {
            return new Search.NoAnswer("Twilio does not say what it has", Optional.empty());
        }
    }

    private static boolean isLike(com.twilio.rest.api.v2010.account.Message known, String text, Instant earliest) {
        var body = known.getBody();
        var created = known.getDateCreated();
        return body != null
                && text.strip().equals(body.strip())
                && created != null
                && !created.toInstant().isBefore(earliest);
    }

    private MessageCreator creator(Message message) {
        var to = new PhoneNumber(message.to().e164());
        var from = settings.senders().getOrDefault(message.to().region(), account.from());
        var creator = from.startsWith("MG")
                ? new MessageCreator(account.sid(), to, from, message.text())
                : new MessageCreator(account.sid(), to, new PhoneNumber(from), message.text());
        publicUrl.of("/gateways/twilio/status?message=" + message.id()).ifPresent(creator::setStatusCallback);
        return creator.setValidityPeriod(validity(message.lifetime()));
    }

    /** How many seconds Twilio may keep it in its queue (1 to 36,000; documentation, "ValidityPeriod"). */
    private static int validity(Duration lifetime) {
        return Math.toIntExact(Math.clamp(lifetime.toSeconds(), LEAST_VALIDITY.toSeconds(), MOST_VALIDITY.toSeconds()));
    }

    /** The SDK, loaded when the first message goes out. */
    private synchronized TwilioRestClient client() {
        if (client == null) {
            client = new TwilioRestClient.Builder(account.sid(), account.token())
                    .accountSid(account.sid())
                    .httpClient(new TwilioHttp(account.apiBase()))
                    .build();
        }
        return client;
    }
}
