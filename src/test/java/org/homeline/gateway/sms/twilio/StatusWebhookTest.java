package org.homeline.gateway.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.gateway.sms.twilio.TwilioWorld.PHONE;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.homeline.outbox.OptOuts;
import org.homeline.phone.PhoneNumber;
import org.junit.jupiter.api.Test;

final class StatusWebhookTest {
    @Test
    void reportsOutOfOrderNeverMoveAMessageBack() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.reporting(false);
            var message = world.say(PHONE, "hello");
            var sms = world.next();
            world.twilio.report(sms, "sent", 0);
            assertThat(world.state(message)).isEqualTo("sent");
            world.twilio.report(sms, "delivered", 0);
            world.twilio.report(sms, "sent", 0);
            world.twilio.report(sms, "queued", 0);
            world.twilio.report(sms, "failed", 30008);
            assertThat(world.state(message)).isEqualTo("delivered");
        }
    }

    @Test
    void aMessageThatFailsOnItsWayKeepsTheCode() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.reporting(false);
            var message = world.say(PHONE, "hello");
            world.twilio.report(world.next(), "undelivered", 30003);
            assertThat(world.state(message)).isEqualTo("failed");
            assertThat(world.reason(message)).isEqualTo("30003");
        }
    }

    @Test
    void aReportOfOptingOutIsRemembered() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.reporting(false);
            world.say(PHONE, "hello");
            world.twilio.report(world.next(), "failed", 21610);
            assertThat(world.server.get(OptOuts.class).contains(new PhoneNumber(PHONE)))
                    .isTrue();
        }
    }

    @Test
    void anUnsignedReportChangesNothing() throws Exception {
        try (var world = TwilioWorld.open();
                var client = HttpClient.newHttpClient()) {
            world.twilio.reporting(false);
            var message = world.say(PHONE, "hello");
            var sms = world.next();
            var request = HttpRequest.newBuilder(world.local("/gateways/twilio/status?message=" + message.id()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")
                    .POST(HttpRequest.BodyPublishers.ofString("MessageStatus=failed&MessageSid=" + sms.sid()
                            + "&AccountSid=" + TwilioWorld.ACCOUNT.sid()))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
            assertThat(world.value("select count(*) from outbox where report > 0"))
                    .isEqualTo("0");
        }
    }
}
