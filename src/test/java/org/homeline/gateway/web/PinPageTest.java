package org.homeline.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.homeline.DemoWorld;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.TextMessage;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser meets it, from the link in a real text message on. */
final class PinPageTest {
    private static final Pattern LINK = Pattern.compile("https://\\S+");
    private static final int MOST_FAILED = 5;

    @TempDir
    static Path folder;

    private DemoWorld world;
    private Carrier carrier;
    private Phone grace;
    private HttpClient http;

    @BeforeEach
    void open() throws IOException {
        world = DemoWorld.open(StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z")), config());
        carrier = new Carrier(world.ussd(), world.twilio());
        grace = new Phone("+16175550123", carrier);
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        http.close();
        carrier.close();
        world.close();
    }

    /** The real configuration, with less patience for failed calls. */
    private static Path config() throws IOException {
        var from = Path.of("gateway-config");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(
                        to,
                        Files.readString(file)
                                .replaceAll("failed-calls-per-hour: \\d+", "failed-calls-per-hour: " + MOST_FAILED));
            }
        }
        return folder;
    }

    @Test
    void thePageIsPlainPrivateAndLoadsNothing() throws Exception {
        var page = get(link("JOIN Sinead O'Neil"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Sinead O&#39;Neil, choose a PIN", "name=\"pin\"", "name=\"again\"", "<form method=\"post\">")
                .doesNotContain("name=\"old\"", "<script", "http:", "https:", "src=", "href=", "action=");
        var headers = page.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void lookingChangesNothingHoweverOften() throws Exception {
        var link = link("JOIN Grace Njeri");
        for (int i = 0; i < 30; i++) {
            assertThat(get(link).statusCode()).isEqualTo(200);
            var head = HttpRequest.newBuilder(link).method("HEAD", BodyPublishers.noBody());
            assertThat(send(head).statusCode()).isEqualTo(200);
        }
        assertThat(post(link, "pin=8264&again=8264").body()).contains("Your PIN is set.");
    }

    @Test
    void whatCanNotBeTakenIsSaidAndNeverWrittenBack() throws Exception {
        var link = link("JOIN Grace Njeri");
        assertThat(post(link, "pin=826&again=826").body()).contains("A PIN has 4 to 6 digits.");
        assertThat(post(link, "").body()).contains("A PIN has 4 to 6 digits.");
        assertThat(post(link, "pin=%3Cb%3E&again=%").body())
                .contains("A PIN has 4 to 6 digits.")
                .doesNotContain("<b>");
        assertThat(post(link, "pin=8264&again=8265").body())
                .contains("The two PINs differ.")
                .doesNotContain("8264", "8265");
        assertThat(post(link, "pin=1234&again=1234").body()).contains("too easy to guess");
        assertThat(post(link, "pin=8264&again=8264").body()).contains("Your PIN is set.");
        assertThat(get(link).statusCode()).isEqualTo(410);
        assertThat(post(link, "pin=7391&again=7391").statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkTakesTwentyTriesAtMost() throws Exception {
        var link = link("JOIN Grace Njeri");
        for (int i = 0; i < 20; i++) {
            assertThat(post(link, "pin=1234&again=1234").statusCode()).isEqualTo(200);
        }
        assertThat(post(link, "pin=8264&again=8264").statusCode()).isEqualTo(410);
    }

    @Test
    void anotherPinNeedsTheOldOneAndThreeWrongOnesLock() throws Exception {
        assertThat(post(link("JOIN Grace Njeri"), "pin=8264&again=8264").body()).contains("Your PIN is set.");
        var link = link("PIN");
        assertThat(get(link).body()).contains("name=\"old\"");
        assertThat(post(link, "pin=7391&again=7391").body()).contains("A PIN has 4 to 6 digits.");
        assertThat(post(link, "old=8265&pin=7391&again=7391").body()).contains("Wrong PIN. 2 tries left.");
        post(link, "old=8266&pin=7391&again=7391");
        assertThat(post(link, "old=8267&pin=7391&again=7391").body()).contains("Your PIN is locked");
        assertThat(post(link, "old=8264&pin=7391&again=7391").body()).contains("Your PIN is locked");
    }

    @Test
    void aNewLinkPutsTheEarlierOneOutOfUse() throws Exception {
        var earlier = link("JOIN Grace Njeri");
        var later = link("PIN");
        assertThat(get(earlier).statusCode()).isEqualTo(404);
        assertThat(get(later).statusCode()).isEqualTo(200);
    }

    @Test
    void sentFromAllSidesAtOnceItIsUsedOnce() throws Exception {
        var link = link("JOIN Grace Njeri");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> once = () -> post(link, "pin=8264&again=8264");
            int set = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(15, once))) {
                assertThat(answer.get().statusCode()).isIn(200, 410);
                set += answer.get().body().contains("Your PIN is set.") ? 1 : 0;
            }
            assertThat(set).isEqualTo(1);
        }
        assertThat(received())
                .singleElement()
                .extracting(TextMessage::body)
                .asString()
                .startsWith("Your Homeline PIN");
    }

    @Test
    void aBlockedCustomerChoosesNothing() throws Exception {
        var link = link("JOIN Grace Njeri");
        world.operator(List.of("customer", "block", "+16175550123"));
        assertThat(get(link).body()).contains("This account is stopped.").doesNotContain("<form");
        assertThat(post(link, "pin=8264&again=8264").body()).contains("This account is stopped.");
    }

    @Test
    void whoeverComesWithoutALinkIsPutOffAfterAWhileAndLocksOutNobodyElse() throws Exception {
        var link = link("JOIN Grace Njeri");
        var none = URI.create(link.toString().replaceAll(".{26}$", "a".repeat(26)));
        for (int i = 0; i < MOST_FAILED; i++) {
            assertThat(get(none).statusCode()).isEqualTo(404);
        }
        var putOff = get(none);
        assertThat(putOff.statusCode()).isEqualTo(429);
        assertThat(putOff.headers().firstValue("Retry-After")).isPresent();
        world.advance(Duration.ofMinutes(20));
        assertThat(get(none).statusCode()).as("still the same hour").isEqualTo(429);
        assertThat(get(link).statusCode()).isEqualTo(200);
        assertThat(post(link, "pin=8264&again=8264").body()).contains("Your PIN is set.");
    }

    @Test
    void whoeverHasNoLinkIsSpokenToAsTheBrowserAsks() throws Exception {
        var none = world.route(URI.create("https://homeline.example/demo/pin/none"));
        var page = send(HttpRequest.newBuilder(none).header("Accept-Language", "de-DE,sw;q=0.8,en;q=0.5"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"sw\">", "Kiungo hiki kimekwisha");
    }

    /** The link that comes back for a text. */
    private URI link(String text) {
        assertThat(grace.text(text)).isEqualTo(200);
        var link = LINK.matcher(received().getLast().body());
        assertThat(link.find()).isTrue();
        return world.route(URI.create(link.group()));
    }

    private List<TextMessage> received() {
        world.settle();
        return grace.receive(Duration.ZERO);
    }

    private HttpResponse<String> get(URI link) throws Exception {
        return send(HttpRequest.newBuilder(link));
    }

    private HttpResponse<String> post(URI link, String form) throws Exception {
        return send(HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
