package org.homeline.simulator.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** {@code /2010-04-01/Accounts/{sid}/Messages.json}: POST sends, GET lists. */
final class MessageResource implements HttpHandler {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int PAGE = 50;
    private static final int LONGEST_BODY = 1_600;

    private final Account account;
    private final Mailbox mailbox;
    private final Sorting sorting;
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

    /** What becomes of a message that is asked for. */
    interface Sorting {
        /** A message with a new sid. */
        Sms make(String from, String to, String body, Optional<URI> callback);

        /** Takes it and sends it on its way. */
        void take(Sms sms);
    }

    MessageResource(Account account, Mailbox mailbox, Sorting sorting) {
        this.account = account;
        this.mailbox = mailbox;
        this.sorting = sorting;
    }

    void inject(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath();
        if (!isAuthorised(exchange)) {
            refuse(exchange, 401, 20003, OptionalInt.empty());
        } else if (!path.equals("/2010-04-01/Accounts/" + account.sid() + "/Messages.json")) {
            refuse(exchange, 404, 20404, OptionalInt.empty());
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, Form.decode(body));
        } else {
            list(
                    exchange,
                    Form.decode(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                            .orElse("")));
        }
    }

    private void post(HttpExchange exchange, SortedMap<String, String> form) throws IOException {
        var fault = faults.poll();
        if (fault instanceof Fault.Refusal refusal) {
            refuse(exchange, refusal.status(), refusal.code(), refusal.retryAfterSeconds());
            return;
        }
        if (fault instanceof Fault.NoAnswer) {
            exchange.close();
            return;
        }
        int error = error(form);
        if (error != 0) {
            refuse(exchange, 400, error, OptionalInt.empty());
            return;
        }
        var sms = sorting.make(
                form.getOrDefault("From", account.number()),
                form.getOrDefault("To", ""),
                form.getOrDefault("Body", ""),
                Optional.ofNullable(form.get("StatusCallback")).map(URI::create));
        sorting.take(sms);
        if (fault instanceof Fault.Held held) {
            hold(held);
        }
        if (fault instanceof Fault.AcceptedWithoutAnswer) {
            exchange.close();
        } else {
            answer(exchange, 201, describe(sms, "queued"));
        }
    }

    /** Twilio's error for the request, 0 for none. */
    private int error(SortedMap<String, String> form) {
        var to = form.getOrDefault("To", "");
        var body = form.getOrDefault("Body", "");
        if (!to.matches("\\+[1-9]\\d{6,14}")) {
            return 21211;
        }
        if (!form.containsKey("From") && !form.containsKey("MessagingServiceSid")) {
            return 21603;
        }
        if (body.isEmpty()) {
            return 21602;
        }
        return body.length() > LONGEST_BODY ? 21617 : mailbox.refusal(to);
    }

    private static void hold(Fault.Held held) {
        held.taken().countDown();
        try {
            held.release().await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void list(HttpExchange exchange, SortedMap<String, String> query) throws IOException {
        int size = Integer.parseInt(query.getOrDefault("PageSize", String.valueOf(PAGE)));
        var page = mailbox.latestFirst().stream()
                .filter(sms -> query.getOrDefault("To", sms.to()).equals(sms.to()))
                .filter(sms -> query.getOrDefault("From", sms.from()).equals(sms.from()))
                .filter(sms -> isSentWhen(sms, query))
                .limit(size)
                .map(sms -> describe(sms, mailbox.status(sms)))
                .toList();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("first_page_uri", exchange.getRequestURI().toString());
        answer.put("end", Math.max(0, page.size() - 1));
        answer.put("messages", page);
        answer.put("next_page_uri", null);
        answer.put("page", 0);
        answer.put("page_size", size);
        answer.put("previous_page_uri", null);
        answer.put("start", 0);
        answer.put("uri", exchange.getRequestURI().toString());
        answer(exchange, 200, answer);
    }

    /** The filters go by day; a message that still queues has no day. */
    private boolean isSentWhen(Sms sms, SortedMap<String, String> query) {
        var sent = sms.created().atZone(ZoneOffset.UTC).toLocalDate();
        return List.of("DateSent", "DateSent<", "DateSent>").stream()
                .filter(query::containsKey)
                .allMatch(name -> !mailbox.status(sms).equals("queued") && isWithin(name, sent, day(query.get(name))));
    }

    private static boolean isWithin(String filter, LocalDate sent, LocalDate day) {
        return switch (filter) {
            case "DateSent<" -> !sent.isAfter(day);
            case "DateSent>" -> !sent.isBefore(day);
            default -> sent.equals(day);
        };
    }

    private static LocalDate day(@Nullable String text) {
        return LocalDate.parse(String.valueOf(text).substring(0, 10));
    }

    private Map<String, @Nullable Object> describe(Sms sms, String status) {
        var created = RFC_2822.format(sms.created());
        int error = status.equals("undelivered") ? mailbox.deliveryError(sms.to()) : 0;
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("account_sid", account.sid());
        json.put("api_version", "2010-04-01");
        json.put("body", sms.body());
        json.put("date_created", created);
        json.put("date_sent", status.equals("queued") ? null : created);
        json.put("date_updated", created);
        json.put("direction", "outbound-api");
        json.put("error_code", error == 0 ? null : error);
        json.put("error_message", null);
        json.put("from", sms.from());
        json.put("messaging_service_sid", null);
        json.put("num_media", "0");
        json.put("num_segments", "1");
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", sms.sid());
        json.put("status", status);
        json.put("subresource_uris", Map.of());
        json.put("to", sms.to());
        json.put("uri", "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + sms.sid() + ".json");
        return json;
    }

    private boolean isAuthorised(HttpExchange exchange) {
        var expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account.sid() + ":" + account.token()).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void refuse(HttpExchange exchange, int status, int code, OptionalInt retryAfter) throws IOException {
        retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds)));
        answer(
                exchange,
                status,
                Map.of(
                        "code",
                        code,
                        "message",
                        "refused with " + code,
                        "more_info",
                        "https://www.twilio.com/docs/errors/" + code,
                        "status",
                        status));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ? extends @Nullable Object> json)
            throws IOException {
        var bytes = Json.write(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
