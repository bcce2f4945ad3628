package org.homeline;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * People who move money by USSD without a pause: agents take cash in, customers pay each other, each payee gets each amount
 * at most once. Remembers what was answered and what was not.
 */
final class KillLoad implements AutoCloseable {
    static final String PIN = "4826";
    static final int PAIRS = 4;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    /** What somebody hears first whose last session a kill cut off. */
    private static final String CUT_OFF = "You were cut off";

    private static final String START_ANEW = "2";
    private static final Pattern REFERENCE = Pattern.compile("Ref ([A-Z0-9]+)");
    /** KES 100 and KES 10: the least that agents take, and that may be sent. */
    private static final int LEAST_CASH_MINOR = 10_000;

    private static final int LEAST_SENT_MINOR = 1_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final Map<Movement, String> acknowledged = new ConcurrentHashMap<>();

    /** Money for somebody; no two are equal. */
    record Movement(String payee, long minor) {
        String amount() {
            return "%d.%02d".formatted(minor / 100, minor % 100);
        }
    }

    /**
     * A callback that was not answered.
     *
     * @param paying whether it held the PIN: money may have moved by it
     */
    record Unanswered(Movement movement, String session, String phone, String text, boolean paying) {}

    /** One who moves money, again and again, to one payee. */
    final class Mover {
        private final String phone;
        private final String payee;
        private final String menu;
        private final List<String> afterAmount;
        private int minor;

        private Mover(String phone, String payee, int least, String menu, List<String> afterAmount) {
            this.minor = least;
            this.phone = phone;
            this.payee = payee;
            this.menu = menu;
            this.afterAmount = afterAmount;
        }

        /**
         * Moves money once.
         *
         * @return what was left without an answer, if anything was
         */
        Optional<Unanswered> move(URI server) {
            var movement = new Movement(payee, minor);
            minor++;
            var session = "kill-" + payee + "-" + movement.minor();
            var inputs = new ArrayList<>(List.of(menu, payee, movement.amount()));
            inputs.addAll(afterAmount);
            for (int taken = 0; taken <= inputs.size(); taken++) {
                var text = String.join("*", inputs.subList(0, taken));
                boolean paying = taken == inputs.size();
                try {
                    var answer = post(server, session, phone, text);
                    if (taken == 0 && answer.contains(CUT_OFF)) {
                        inputs.addFirst(START_ANEW);
                    } else if (paying) {
                        acknowledge(movement, answer);
                    } else if (!answer.startsWith("CON ")) {
                        throw new AssertionError(phone + " typed " + text + " and was answered " + answer);
                    }
                } catch (IOException none) {
                    return Optional.of(new Unanswered(movement, session, phone, text, paying));
                }
            }
            return Optional.empty();
        }
    }

    /** Agents who take cash in, and customers who pay others. */
    List<Mover> movers() {
        var movers = new ArrayList<Mover>();
        for (int pair = 0; pair < PAIRS; pair++) {
            movers.add(new Mover(agent(pair), customer(pair), LEAST_CASH_MINOR, "1", List.of(PIN)));
            movers.add(new Mover(payer(pair), payee(pair), LEAST_SENT_MINOR, "3", List.of("1", PIN)));
        }
        return movers;
    }

    static String agent(int pair) {
        return "+25472200010" + pair;
    }

    static String customer(int pair) {
        return "+25471200020" + pair;
    }

    static String payer(int pair) {
        return "+25471200030" + pair;
    }

    static String payee(int pair) {
        return "+25471200040" + pair;
    }

    /** What was answered with a reference, and with which. */
    Map<Movement, String> acknowledged() {
        return acknowledged;
    }

    static Optional<String> reference(String answer) {
        var found = REFERENCE.matcher(answer);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    void acknowledge(Movement movement, String answer) {
        var reference = reference(answer)
                .orElseThrow(() -> new AssertionError(movement + " was answered without a reference: " + answer));
        var before = acknowledged.put(movement, reference);
        if (before != null && !before.equals(reference)) {
            throw new AssertionError(movement + " has two references: " + before + " and " + reference);
        }
    }

    /** A whole dialogue; its last answer. */
    String dial(URI server, String session, String phone, String... inputs) throws IOException {
        var answer = "";
        for (int taken = 0; taken <= inputs.length; taken++) {
            answer = post(
                    server, session, phone, String.join("*", List.of(inputs).subList(0, taken)));
        }
        return answer;
    }

    /** @throws IOException where no answer came */
    String post(URI server, String session, String phone, String text) throws IOException {
        var body = Map.of("sessionId", session, "phoneNumber", phone, "text", text).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(server.resolve("/gateways/africastalking/ussd"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(ANSWER_WITHIN)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(phone + " typed " + text + " and got status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
