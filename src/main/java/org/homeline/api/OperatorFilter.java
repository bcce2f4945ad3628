package org.homeline.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the operator's own commands through: from this machine, with the token, and not passed on by a proxy (which
 * would make every caller look local). To all others there is nothing here, whatever they send.
 */
@ServerFilter("/operator/**")
final class OperatorFilter {
    private final OperatorToken token;

    OperatorFilter(OperatorToken token) {
        this.token = token;
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> guard(HttpRequest<?> request) {
        return isOurs(request) ? null : HttpResponse.notFound();
    }

    private boolean isOurs(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var passedOn = headers.contains("X-Forwarded-For") || headers.contains(HttpHeaders.FORWARDED);
        var address = request.getRemoteAddress().getAddress();
        return !passedOn
                && address != null
                && address.isLoopbackAddress()
                && token.isIn(headers.get(HttpHeaders.AUTHORIZATION, String.class, ""));
    }
}
