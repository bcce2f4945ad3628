package org.homeline.gateway.ussd.africastalking;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts as Africa's Talking does. */
record Callback(HttpClient http, URI gateway) {
    HttpResponse<String> post(String session, String phone, String text) {
        return form(Map.of(
                "sessionId",
                session,
                "serviceCode",
                "*384*77#",
                "phoneNumber",
                phone,
                "networkCode",
                "63902",
                "text",
                text));
    }

    HttpResponse<String> form(Map<String, String> fields) {
        return raw(fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    HttpResponse<String> raw(String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(gateway)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
