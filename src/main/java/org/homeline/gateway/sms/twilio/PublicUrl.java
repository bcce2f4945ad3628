package org.homeline.gateway.sms.twilio;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Where the outside reaches this server ({@code HOMELINE_PUBLIC_URL}: scheme, host and path prefix). */
@Singleton
final class PublicUrl {
    private final String prefix;

    PublicUrl(@Value("${homeline.public-url:}") String prefix) {
        this.prefix = prefix.strip().replaceAll("/+$", "");
    }

    /** The public URL of a path and query of ours, where the public URL is known. */
    Optional<URI> of(String pathAndQuery) {
        return prefix.isEmpty() ? Optional.empty() : Optional.of(URI.create(prefix + pathAndQuery));
    }

    /** What the caller must have called: the public URL, else what the request itself says. */
    URI of(HttpRequest<?> request) {
        var uri = request.getUri();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return of(path).orElseGet(() -> {
            var host = Optional.ofNullable(request.getHeaders().get("Host")).orElse(request.getServerName());
            return URI.create((request.isSecure() ? "https://" : "http://") + host + path);
        });
    }
}
