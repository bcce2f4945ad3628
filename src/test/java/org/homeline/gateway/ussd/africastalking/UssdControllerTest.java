package org.homeline.gateway.ussd.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeline.conversation.TestConfiguration;
import org.homeline.conversation.TestOperations;
import org.homeline.database.Chores;
import org.homeline.database.Transactions;
import org.homeline.operation.Consent;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UssdControllerTest {
    private static final String HOME = "CON Home\n1 Send\n2 Last payments\n3 Change PIN\n4 Fail";
    private static final String TO_WHOM = "CON To whom?\n0 Back 00 Home";
    private static final String HOW_MUCH = "CON How much?\n0 Back 00 Home";
    private static final String PAID = "END Paid: KES 200 to MAMA Otieno. Reference K7QP3MXW";
    private static final String KEY = "correct horse";
    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final StoryClock CLOCK = StoryClock.standingAt(Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir
    static Path folder;

    private static TestServer server;
    private static URI gateway;
    private static Callback callback;

    @BeforeAll
    static void start() {
        server = server(Map.of("africastalking.key", KEY));
        gateway = gateway(server);
        callback = new Callback(HttpClient.newHttpClient(), at(gateway, "?key=correct+horse"));
    }

    @AfterAll
    static void stop() {
        callback.http().close();
        server.close();
    }

    private static TestServer server(Map<String, Object> more) {
        var properties = new HashMap<String, Object>(more);
        properties.put("homeline.config", TestConfiguration.in(folder).toString());
        properties.put("micronaut.server.port", -1);
        properties.put(TestOperations.PROPERTY, Consent.PHONE);
        return TestServer.onH2(properties, CLOCK);
    }

    private static URI gateway(TestServer of) {
        var http = of.get(EmbeddedServer.class).start();
        return http.getURI().resolve("/gateways/africastalking/ussd");
    }

    private static URI at(URI gateway, String query) {
        return URI.create(gateway + query);
    }

    private static String session() {
        return "ATUid_" + (100_000 + SESSIONS.incrementAndGet());
    }

    /** Of somebody who is known, a different one for each session. */
    private static String phone(String session) {
        return TestOperations.KNOWN + session.substring("ATUid_".length());
    }

    private static String phone() {
        return phone(session());
    }

    private static String step(String session, String text) {
        var answer = callback.post(session, phone(session), text);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        return answer.body();
    }

    @Test
    void aWholeDialogueGoesOverTheWire() {
        var session = session();
        assertThat(step(session, "")).isEqualTo(HOME);
        assertThat(step(session, "1")).isEqualTo(TO_WHOM);
        assertThat(step(session, "1*MAMA")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "1*MAMA*200"))
                .isEqualTo("CON KES 200 to MAMA Otieno, can be undone. PIN:\n0 Back 00 Home");
        assertThat(step(session, "1*MAMA*200*2580")).isEqualTo(PAID);
    }

    @Test
    void anAddressWithTooManyWrongKeysIsPutOffButNotTheRightKey() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var own = server(Map.of("africastalking.key", KEY))) {
            var there = gateway(own);
            var wrong = new Callback(http, at(there, "?key=wrong"));
            var session = session();
            int refused = 0;
            while (wrong.post(session, phone(session), "").statusCode() == 403) {
                refused++;
            }
            var putOff = wrong.post(session, phone(session), "");
            assertThat(refused).isEqualTo(600);
            assertThat(putOff.statusCode()).isEqualTo(429);
            assertThat(putOff.body()).isEmpty();
            var right = new Callback(http, at(there, "?key=correct+horse"));
            assertThat(right.post(session, phone(session), "").body()).isEqualTo(HOME);
        }
    }

    @Test
    void aRepeatedCallbackRepeatsTheAnswer() {
        var session = session();
        var before = TestOperations.CONFIRMED.get();
        for (var text : List.of("", "1", "1*MAMA", "1*MAMA*200", "1*MAMA*200*2580")) {
            assertThat(step(session, text)).isEqualTo(step(session, text));
        }
        assertThat(step(session, "1*MAMA*200*2580")).isEqualTo(PAID);
        assertThat(TestOperations.CONFIRMED.get()).isEqualTo(before + 1);
    }

    @Test
    void aCallbackThatComesLateChangesNothing() {
        var session = session();
        step(session, "");
        step(session, "1");
        assertThat(step(session, "1*MAMA")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "1")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "2*MAMA*200")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "1*MAMAX")).isEqualTo(HOW_MUCH);
        assertThat(step(session, "1*MAMA*200")).startsWith("CON KES 200 to MAMA Otieno");
    }

    @Test
    void anInputMayHoldAStarOrNothing() {
        var session = session();
        step(session, "");
        step(session, "1");
        assertThat(step(session, "1*")).isEqualTo("CON Write a number or a saved name.\nTo whom?\n0 Back 00 Home");
        assertThat(step(session, "1**MA*MA"))
                .isEqualTo("CON Write a number or a saved name.\nTo whom?\n0 Back 00 Home");
        assertThat(step(session, "1**MA*MA*MAMA")).isEqualTo(HOW_MUCH);
    }

    @Test
    void anEmptyFirstInputIsPassedOver() {
        var session = session();
        step(session, "");
        assertThat(step(session, "*1")).isEqualTo(TO_WHOM);
    }

    @Test
    void aSessionIdOfAnotherNumberIsAnotherSession() {
        var session = session();
        step(session, "");
        step(session, "1");
        assertThat(callback.post(session, "+254733000001", "").body()).startsWith("CON Language");
        assertThat(callback.post(session, "+254733000001", "1").body()).startsWith("CON Your name");
        assertThat(step(session, "1*MAMA")).isEqualTo(HOW_MUCH);
    }

    @Test
    void fiftyEqualCallbacksHaveOneEffectAndOneAnswer() throws Exception {
        var session = session();
        var before = TestOperations.CONFIRMED.get();
        for (var text : List.of("", "1", "1*MAMA", "1*MAMA*200")) {
            step(session, text);
        }
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> step(session, "1*MAMA*200*2580"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(PAID);
            }
        }
        assertThat(TestOperations.CONFIRMED.get()).isEqualTo(before + 1);
    }

    @Test
    void aDroppedSessionIsOfferedOnTheNextDialForAWhile() {
        var phone = "+254733000777";
        var first = session();
        callback.post(first, phone, "");
        callback.post(first, phone, "1");
        callback.post(first, phone, "1*Amina");
        var second = session();
        assertThat(callback.post(second, phone, "").body())
                .isEqualTo("CON You were cut off before.\n1 Go on from there\n2 Start anew");
        assertThat(callback.post(second, phone, "1").body()).startsWith("CON Choose a PIN");
        assertThat(callback.post(first, phone, "1*Amina*2580").body()).startsWith("END");
        CLOCK.advance(Duration.ofMinutes(6));
        assertThat(callback.post(session(), phone, "").body()).startsWith("CON Language");
    }

    @Test
    void anUnknownSessionBeginsAnewWithoutTakingItsInputs() {
        var session = session();
        assertThat(step(session, "1*MAMA*200*2580")).isEqualTo(HOME);
        assertThat(step(session, "1*MAMA*200*2580*1")).isEqualTo(TO_WHOM);
    }

    @Test
    void whatFailsEndsPolitelyInTheSessionsLanguage() {
        var phone = "+254733000888";
        var session = session();
        callback.post(session, phone, "");
        var text = "3*Amina*2580*2580";
        for (var prefix : List.of("3", "3*Amina", "3*Amina*2580", text)) {
            callback.post(session, phone, prefix);
        }
        assertThat(callback.post(session, phone, text + "*4").body())
                .isEqualTo("END Désolé, une panne de notre coté. Recomposez le code dans quelques minutes.");
    }

    @Test
    void oldSessionsAreDeleted() {
        step(session(), "");
        CLOCK.advance(Duration.ofMinutes(6));
        server.get(Chores.class).runAll();
        assertThat(rows()).isZero();
    }

    @Test
    void unauthenticCallsChangeNothingAndLearnNothing() {
        var before = rows();
        for (var query : List.of("", "?key=", "?key=wrong", "?Key=correct+horse")) {
            assertEmpty(403, new Callback(callback.http(), at(gateway, query)).post(session(), phone(), ""));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aGatewayWithoutAKeyIsOff() {
        try (var off = server(Map.of())) {
            assertEmpty(503, new Callback(callback.http(), gateway(off)).post(session(), phone(), ""));
        }
        try (var insecure = server(Map.of("homeline.insecure-gateways", true))) {
            assertThat(new Callback(callback.http(), gateway(insecure))
                            .post(session(), phone(), "")
                            .body())
                    .isEqualTo(HOME);
        }
    }

    @Test
    void onlyAllowedAddressesMayCall() {
        try (var elsewhere =
                server(Map.of("africastalking.key", KEY, "africastalking.allow", "10.0.0.0/8, 2001:db8::/32"))) {
            var from = at(gateway(elsewhere), "?key=correct+horse");
            assertEmpty(403, new Callback(callback.http(), from).post(session(), phone(), ""));
        }
        try (var here =
                server(Map.of("africastalking.key", KEY, "africastalking.allow", "10.0.0.0/8,127.0.0.0/8,::1"))) {
            var from = at(gateway(here), "?key=correct+horse");
            assertThat(new Callback(callback.http(), from)
                            .post(session(), phone(), "")
                            .body())
                    .isEqualTo(HOME);
        }
    }

    @Test
    void behindAProxyTheAddressThatItNamesIsTheOneThatCounts() throws Exception {
        try (var proxied = server(Map.of("africastalking.key", KEY, "africastalking.allow", "203.0.113.0/24"))) {
            var from = at(gateway(proxied), "?key=correct+horse");
            assertThat(status(from, "203.0.113.9")).isEqualTo(200);
            assertThat(status(from, "203.0.113.9, 198.51.100.7")).isEqualTo(403);
            assertEmpty(403, new Callback(callback.http(), from).post(session(), phone(), ""));
        }
    }

    private static int status(URI gateway, String forwardedFor) throws Exception {
        var form = "sessionId=" + session() + "&phoneNumber=%2B254712345678&networkCode=1&serviceCode=*1%23&text=";
        var request = HttpRequest.newBuilder(gateway)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", forwardedFor)
                .POST(BodyPublishers.ofString(form))
                .build();
        return callback.http().send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void callbacksThatAreNoneAreRefused() {
        var good = Map.of("sessionId", session(), "phoneNumber", phone(), "text", "");
        assertThat(callback.form(good).statusCode()).isEqualTo(200);
        for (var missing : good.keySet()) {
            var fewer = new HashMap<>(good);
            fewer.remove(missing);
            assertEmpty(400, callback.form(fewer));
        }
        for (var wrong : Map.of("sessionId", "x".repeat(101), "phoneNumber", "0712345678", "text", "1*".repeat(600))
                .entrySet()) {
            var other = new HashMap<>(good);
            other.put(wrong.getKey(), wrong.getValue());
            assertEmpty(400, callback.form(other));
        }
        for (var garbled : List.of(
                "",
                "text",
                "sessionId=a&phoneNumber=%2B254712345678&text=%zz",
                "&&&",
                "sessionId=a&phoneNumber=%2B254712345678&text=%00",
                "sessionId=a&phoneNumber=%2B254712345678&text=%ff",
                "sessionId=a&sessionId=b&phoneNumber=%2B254712345678&text=")) {
            assertEmpty(400, callback.raw(garbled));
        }
    }

    private static void assertEmpty(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    private static int rows() {
        return server.get(Transactions.class).<Integer>read(connection -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select count(*) from ussd_session")) {
                found.next();
                return found.getInt(1);
            }
        });
    }
}
