package org.homeline.simulator.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The air between this Twilio and simulated phones in other processes; nothing of the kind is at the real one.
 *
 * <p>{@code POST /phones/NUMBER} texts the body as that phone and answers with the status that the application answered with,
 * 502 where it does not answer. {@code GET /phones/NUMBER?after=N&wait=SECONDS} answers with the phone's messages but the
 * first N, a line each: sender and body, URL-encoded, with a space between; it waits until there is one.
 * {@code X-Mailbox} in the answer names this Twilio's mailbox; whoever gives the name of another with {@code mailbox=NAME} has
 * counted there, and gets all.
 */
final class PhoneResource implements HttpHandler {
    static final String PATH = "/phones/";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Texting texting;
    private final Mailbox mailbox;
    private final String name;

    /** How a text gets to the application. */
    interface Texting {
        /** @throws UncheckedIOException where it does not answer */
        Reply text(String from, String body);
    }

    /** @param name the mailbox's, which no other has */
    PhoneResource(Texting texting, Mailbox mailbox, String name) {
        this.texting = texting;
        this.mailbox = mailbox;
        this.name = name;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var phone = exchange.getRequestURI().getPath().substring(PATH.length());
        try (exchange) {
            if (!NUMBER.matcher(phone).matches()) {
                answer(exchange, 404, "");
            } else if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, text(phone, body), "");
            } else {
                answer(exchange, 200, lines(messages(exchange, phone)));
            }
        }
    }

    private int text(String phone, String body) {
        try {
            return texting.text(phone, body).status();
        } catch (UncheckedIOException silent) {
            return 502;
        }
    }

    private List<Sms> messages(HttpExchange exchange, String phone) {
        var query = Form.decode(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        int after = query.getOrDefault("mailbox", name).equals(name)
                ? Integer.parseInt(query.getOrDefault("after", "0"))
                : 0;
        int seconds = Integer.parseInt(query.getOrDefault("wait", "0"));
        try {
            return mailbox.await(phone, after, Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String lines(List<Sms> messages) {
        return messages.stream()
                .map(sms -> coded(sms.from()) + " " + coded(sms.body()) + "\n")
                .collect(Collectors.joining());
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Mailbox", name);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
