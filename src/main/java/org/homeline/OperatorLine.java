package org.homeline;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystems;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeline.api.OperatorAnswer;
import org.homeline.api.OperatorDesk;
import org.homeline.api.OperatorToken;
import org.jspecify.annotations.Nullable;

/** Takes an operator's command to the server that runs on the data folder, or does it here where none runs. */
final class OperatorLine {
    /** Who types, where the demo plays several people; the system knows who it is otherwise. */
    static final ScopedValue<String> PLAYED = ScopedValue.newInstance();

    private static final int KEY_BYTES = 16;
    private static final String KEY_PREFIX = "operator:";
    private static final String ROOT = "root";
    /** Whoever has no name on this machine, and no other person's. */
    private static final String NOBODY = "unknown";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
    /** An audit or a backup of large books. */
    private static final Duration LOOK_WITHIN = Duration.ofHours(6);

    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int FIRST_FAILURE = 500;

    private OperatorLine() {}

    /**
     * For what changes nothing in the books, and may take its time.
     *
     * @throws CannotStartException where there is nobody to do it, or no answer comes
     */
    static OperatorAnswer ask(Place place, String operation, Map<String, Object> input) {
        return new Call(operation, json(input), freshKey(), LOOK_WITHIN, ". Ask again").at(place);
    }

    /**
     * For what changes the books, once for each key.
     *
     * @param key as typed or shown before; a new one where there is none
     * @throws CannotStartException where there is nobody to do it, or no answer says whether it is done
     */
    static OperatorAnswer change(Place place, String operation, Map<String, Object> input, @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new CannotStartException("--key takes up to 64 letters, digits, dots, underscores and hyphens");
        }
        var whole = key == null ? freshKey() : KEY_PREFIX + key;
        var unsure =
                (". It MAY HAVE BEEN DONE: look with 'agent list', 'customer show', 'treasury show', 'settlement exceptions' or 'key list', or give the"
                                + " same command again with --key %s, which does it once in all")
                        .formatted(whole.substring(KEY_PREFIX.length()));
        return new Call(operation, json(input), whole, ANSWER_WITHIN, unsure).at(place);
    }

    /**
     * A command on its way.
     *
     * @param unsure what to do where nobody can say whether it was done
     */
    private record Call(String operation, String input, String key, Duration within, String unsure) {
        OperatorAnswer at(Place place) {
            var claimed = DataFolder.tryClaim(place.data());
            if (claimed.isPresent()) {
                try (var folder = claimed.get();
                        var application = Application.start(folder, place, Map.of())) {
                    return application.get(OperatorDesk.class).ask(operation, input, operator(), key);
                }
            }
            var server = ServerFile.read(place.data())
                    .orElseThrow(
                            () -> new CannotStartException("another process works on the data folder " + place.data()
                                    + " (a server that is starting or stopping, or another command): try again"));
            return send(server, request(server), unsure);
        }

        private HttpRequest request(ServerFile server) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/operator/" + operation))
                    .timeout(within)
                    .header("Authorization", OperatorToken.header(server.token()))
                    .header("X-Homeline-Operator", operator())
                    .header("Idempotency-Key", key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(input))
                    .build();
        }
    }

    /** Only a server that was not reached, or that turned the request away, has surely done nothing. */
    private static OperatorAnswer send(ServerFile server, HttpRequest request, String unsure) {
        var who = "the server (process " + server.pid() + ")";
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build()) {
            var response = client.send(request, BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status >= FIRST_FAILURE || status == REQUEST_TIMEOUT) {
                throw new CannotStartException(
                        who + " failed at it: it answered " + status + ", its log says why" + unsure);
            }
            if (status != OK) {
                throw new CannotStartException(
                        who + " did not take that: it answered " + status + ". Nothing was done");
            }
            return OperatorDesk.read(response.body());
        } catch (ConnectException | HttpConnectTimeoutException absent) {
            throw new CannotStartException(
                    who + " does not answer on port " + server.port() + ". Nothing was done", absent);
        } catch (IOException silent) {
            throw new CannotStartException(who + " gave no answer (" + why(silent) + ")" + unsure, silent);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("interrupted before " + who + " answered" + unsure, hurried);
        }
    }

    private static String why(IOException silent) {
        return silent instanceof HttpTimeoutException ? "none came in time" : "the connection broke";
    }

    static String operator() {
        return PLAYED.isBound()
                ? PLAYED.get()
                : operator(ProcessHandle.current().info().user().orElse(NOBODY), System.getenv("SUDO_USER"));
    }

    /**
     * The system's user, as the system says it and not a property that whoever types sets at will, and who became root by sudo. Of anybody else SUDO_USER is a variable that whoever types the command
     * sets at will. Printable ASCII, because it travels in a header.
     */
    static String operator(String user, @Nullable String before) {
        return (before == null || !user.equals(ROOT) || !exists(before) ? user : user + " (" + before + ")")
                .replaceAll("[^ -~]", "?");
    }

    /** Whoever has no account here is nobody, whatever root types. */
    private static boolean exists(String user) {
        if (user.matches("[0-9]+")) {
            return false;
        }
        try {
            FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    static String freshKey() {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return KEY_PREFIX + HexFormat.of().formatHex(random);
    }

    private static String json(Map<String, Object> input) {
        try {
            return ObjectMapper.getDefault().writeValueAsString(input);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
