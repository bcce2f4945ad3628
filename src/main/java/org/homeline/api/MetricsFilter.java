package org.homeline.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import org.homeline.compliance.AddressRanges;
import org.homeline.compliance.Callers;
import org.jspecify.annotations.Nullable;

/**
 * Lets this machine and the operator's own ones ask for the metrics, which tell how much is sent and when. A call that was
 * passed on is its caller's, whom a proxy of ours names and the list holds. A proxy on this machine that passes calls on
 * without saying so looks like this machine: it must not pass on {@code /prometheus}.
 */
@ServerFilter("/prometheus/**")
final class MetricsFilter {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final AddressRanges allowed;
    private final Callers callers;

    /**
     * @param allow {@code HOMELINE_METRICS_ALLOW}, ranges with commas between; empty for this machine alone
     * @throws org.homeline.configuration.ConfigurationException where one of them is none
     */
    MetricsFilter(@Value("${homeline.metrics-allow:}") String allow, Callers callers) {
        this.callers = callers;
        this.allowed = AddressRanges.parse("HOMELINE_METRICS_ALLOW", allow);
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> guard(HttpRequest<?> request) {
        return isOurs(request) ? null : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private boolean isOurs(HttpRequest<?> request) {
        var headers = request.getHeaders();
        @Nullable InetAddress remote = request.getRemoteAddress().getAddress();
        if (remote == null) {
            return false;
        }
        if (!headers.contains(HttpHeaders.FORWARDED) && !headers.contains(FORWARDED_FOR)) {
            return remote.isLoopbackAddress() || allowed.contains(remote);
        }
        var named = callers.address(remote, headers.getAll(FORWARDED_FOR));
        return !named.equals(remote) && allowed.contains(named);
    }
}
