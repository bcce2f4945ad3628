package org.homeline.gateway.sms.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.Header;

/**
 * The SDK's transport. One request is one request: the SDK's own client sends again by itself after a 5xx answer or a broken
 * connection, which would send a message twice.
 */
final class TwilioHttp extends HttpClient {
    private static final String TWILIO = "https://api.twilio.com";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** The SDK lists them in its log at DEBUG, and breaks where there is nothing to list. */
    private static final Header[] NO_HEADERS = {};

    private final String apiBase;
    private final java.net.http.HttpClient client;

    TwilioHttp(String apiBase) {
        this.apiBase = apiBase;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** @throws NoAnswerException where Twilio was not reached, did not answer, or had no time */
    @Override
    public Response makeRequest(Request request) {
        try {
            var answer = client.send(plain(request), BodyHandlers.ofString());
            if (answer.statusCode() == TOO_MANY_REQUESTS || answer.statusCode() >= SERVER_ERROR) {
                throw busy(answer);
            }
            return new Response(answer.body(), answer.statusCode(), NO_HEADERS);
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            throw new NoAnswerException("Twilio can't be reached", true, Optional.empty(), unreachable);
        } catch (IOException broken) {
            throw new NoAnswerException("no answer from Twilio", false, Optional.empty(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("stopped while waiting for Twilio", false, Optional.empty(), stopped);
        }
    }

    private HttpRequest plain(Request request) {
        var url = request.constructURL().toString();
        var base = apiBase.isEmpty() ? TWILIO : apiBase;
        var builder = HttpRequest.newBuilder(URI.create(url.replaceFirst("^" + TWILIO, base)))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        return request.getMethod() == HttpMethod.POST
                ? builder.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(request.encodeFormBody()))
                        .build()
                : builder.GET().build();
    }

    /** 429, and 503 with a time to come back, are refusals; after any other failure Twilio may have done its work. */
    private static NoAnswerException busy(HttpResponse<String> answer) {
        var after = answer.headers().firstValue("Retry-After").flatMap(TwilioHttp::seconds);
        int status = answer.statusCode();
        boolean refused = status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && after.isPresent());
        return new NoAnswerException("Twilio answers " + status, refused, after, null);
    }

    private static Optional<Duration> seconds(String text) {
        var seconds = text.matches("\\d{1,6}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }
}
