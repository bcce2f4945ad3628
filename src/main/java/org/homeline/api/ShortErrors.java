package org.homeline.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/**
 * What a caller sees of an error: the status and its name, and nothing of what we run on, where, or what went wrong
 * inside. The log has that. Nothing at all where there is nothing: an unknown route looks like a hidden one.
 */
@Singleton
@Primary
final class ShortErrors implements ErrorResponseProcessor<Map<String, String>> {
    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Map<String, String>> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        var status = response.status();
        if (status == HttpStatus.NOT_FOUND || context.getRequest().getMethod() == HttpMethod.HEAD) {
            response.body(null);
            return (MutableHttpResponse<Map<String, String>>) response;
        }
        return response.body(Map.of("error", status.getReason().toLowerCase(Locale.ROOT)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
