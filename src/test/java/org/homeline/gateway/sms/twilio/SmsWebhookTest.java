package org.homeline.gateway.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.gateway.sms.twilio.TwilioWorld.OTHER;
import static org.homeline.gateway.sms.twilio.TwilioWorld.PHONE;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.homeline.outbox.OptOuts;
import org.homeline.phone.PhoneNumber;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.TwilioSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmsWebhookTest {
    private static final String SMS = "/gateways/twilio/sms";

    @Test
    void aTextIsAnsweredWithEmptyTwimlAndTheReplyComesThroughTheOutbox() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            var reply = world.twilio.text(PHONE, "SEND 200 TO MAMÁ & co");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains("<Response/>");
            var sms = world.next();
            assertThat(sms.to()).isEqualTo(PHONE);
            assertThat(sms.body()).isEqualTo("You said SEND 200 TO MAMÁ & co");
        }
    }

    @Test
    void aRepeatedWebhookIsAnsweredOnce() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            var sid = world.twilio.sid();
            for (int i = 0; i < 3; i++) {
                assertThat(world.twilio.text(sid, PHONE, "PAY", Map.of()).status())
                        .isEqualTo(200);
            }
            world.settle(PHONE);
            assertThat(world.bodies(PHONE)).containsExactly("You said PAY", "last");
            assertThat(world.echo.keys).containsExactly("sms:" + sid);
        }
    }

    @Test
    void whereItFailsTheSenderHearsSoOnceAndARepetitionMaySucceed() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.echo.failures.set(2);
            var sid = world.twilio.sid();
            for (int i = 0; i < 2; i++) {
                var failed = world.twilio.text(sid, PHONE, "PAY 482913", Map.of());
                assertThat(failed.status()).isEqualTo(503);
                assertThat(failed.body()).isEmpty();
            }
            assertThat(world.twilio.text(sid, PHONE, "PAY 482913", Map.of()).status())
                    .isEqualTo(200);
            world.settle(PHONE);
            assertThat(world.bodies(PHONE)).containsExactly("Try later", "You said PAY 482913", "last");
        }
    }

    @Test
    void whoeverHasNotTheTokenChangesNothingAndLearnsNothing() {
        try (var world = TwilioWorld.open();
                var stranger = stranger(TwilioWorld.ACCOUNT.sid(), "another-token", world)) {
            var reply = stranger.text(PHONE, "STOP");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).isEmpty();
            assertThat(world.value("select count(*) from sms_inbound")).isEqualTo("0");
            assertThat(world.value("select count(*) from sms_opt_out")).isEqualTo("0");
            assertThat(world.echo.keys).isEmpty();
        }
    }

    @Test
    void anotherAccountsTextIsNotOurs() {
        try (var world = TwilioWorld.open();
                var stranger = stranger("AC99", TwilioWorld.ACCOUNT.token(), world)) {
            assertThat(stranger.text(PHONE, "BAL").status()).isEqualTo(403);
            assertThat(world.echo.keys).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"From=%2B254712345678&Body=BAL", "", "%zz=1", "{}"})
    void anUnsignedRequestIsRefused(String body) throws Exception {
        try (var world = TwilioWorld.open();
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(world.local(SMS))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void withoutAPublicUrlTheRequestsOwnCounts() throws InterruptedException {
        var settings = TwilioWorld.settings();
        settings.remove("homeline.public-url");
        try (var world = TwilioWorld.with(settings)) {
            assertThat(world.twilio.text(PHONE, "BAL").status()).isEqualTo(403);
            world.twilio.webhook(world.local(SMS + "?tenant=a%20b"));
            assertThat(world.twilio.text(PHONE, "BAL").status()).isEqualTo(200);
            assertThat(world.next().body()).isEqualTo("You said BAL");
        }
    }

    @Test
    void withoutATokenTheGatewayIsOffAndSaysSo() throws Exception {
        try (var world = TwilioWorld.with(Map.of());
                var client = HttpClient.newHttpClient()) {
            world.twilio.webhook(world.local(SMS));
            assertThat(world.twilio.text(PHONE, "BAL").status()).isEqualTo(503);
            world.say(PHONE, "waiting");
            var health =
                    client.send(HttpRequest.newBuilder(world.local("/health")).build(), BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .contains("off: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM")
                    .contains("\"waiting\":1");
        }
    }

    @Test
    void insecureGatewaysTakeWhateverComes() {
        try (var world = TwilioWorld.with(Map.of("homeline.insecure-gateways", "true"))) {
            world.twilio.webhook(world.local(SMS));
            assertThat(world.twilio.text(PHONE, "BAL").status()).isEqualTo(200);
            assertThat(world.echo.keys).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "HOMELINE", "whatsapp:+254712345678", "", "+1", "+12025550199"})
    void aSenderWhoCannotBeAnsweredIsNot(String from) {
        try (var world = TwilioWorld.open()) {
            assertThat(world.twilio.text(from, "BAL").status()).isEqualTo(200);
            assertThat(world.echo.keys).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void anEmptyTextIsMetWithSilence(String body) {
        try (var world = TwilioWorld.open()) {
            var picture = Map.of("NumMedia", "1", "MediaUrl0", "https://api.twilio.com/picture");
            assertThat(world.twilio
                            .text(world.twilio.sid(), PHONE, body, picture)
                            .status())
                    .isEqualTo(200);
            assertThat(world.echo.keys).isEmpty();
        }
    }

    @Test
    void whoStopsHearsNothingUntilHeStarts() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.text(PHONE, " stop ");
            assertThat(world.next().body()).contains("unsubscribed");
            var suppressed = world.say(PHONE, "you have money");
            world.untilFailed(suppressed);
            assertThat(world.twilio.text(PHONE, "Start").status()).isEqualTo(200);
            world.settle(PHONE);
            assertThat(world.echo.keys).isEmpty();
            assertThat(world.bodies(PHONE)).doesNotContain("you have money").endsWith("last");
            assertThat(world.reason(suppressed)).isEqualTo("opted-out");
        }
    }

    @Test
    void whatAdvancedOptOutHasActedOnCounts() {
        try (var world = TwilioWorld.open()) {
            var optOuts = world.server.get(OptOuts.class);
            var phone = new PhoneNumber(PHONE);
            text(world, "ACHA", "STOP");
            assertThat(optOuts.contains(phone)).isTrue();
            text(world, "MSAADA", "HELP");
            assertThat(optOuts.contains(phone)).isTrue();
            text(world, "ANZA", "START");
            assertThat(optOuts.contains(phone)).isFalse();
            assertThat(world.echo.keys).isEmpty();
        }
    }

    @Test
    void whoTextsTooOftenIsMetWithSilenceButMayStop() {
        try (var world = TwilioWorld.open()) {
            for (int i = 0; i < 45; i++) {
                world.twilio.text(PHONE, "BAL");
            }
            assertThat(world.echo.keys).hasSize(40);
            world.twilio.text(OTHER, "BAL");
            assertThat(world.echo.keys).hasSize(41);
            world.twilio.text(PHONE, "STOP");
            assertThat(world.server.get(OptOuts.class).contains(new PhoneNumber(PHONE)))
                    .isTrue();
        }
    }

    private static void text(TwilioWorld world, String body, String optOutType) {
        world.twilio.text(world.twilio.sid(), PHONE, body, Map.of("OptOutType", optOutType));
    }

    private static TwilioSimulator stranger(String sid, String token, TwilioWorld world) {
        var stranger = TwilioSimulator.start(
                new Account(sid, token, TwilioWorld.ACCOUNT.number()),
                0,
                java.time.Clock.systemUTC(),
                new java.security.SecureRandom());
        stranger.route(URI.create("https://pay.example.org/homeline"), world.local(""));
        stranger.webhook(URI.create("https://pay.example.org/homeline" + SMS));
        return stranger;
    }
}
