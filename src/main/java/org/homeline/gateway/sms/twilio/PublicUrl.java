package org.homeline.gateway.sms.twilio;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.Problem;

/** Where the outside reaches this server ({@code HOMELINE_PUBLIC_URL}: scheme, host and path prefix). */
@Singleton
final class PublicUrl {
    private final String prefix;

    /** @throws ConfigurationException where it is no such address */
    PublicUrl(@Value("${homeline.public-url:}") String prefix) {
        this.prefix = prefix.strip().replaceAll("/+$", "");
        if (!this.prefix.isEmpty() && !isAddress(this.prefix)) {
            throw new ConfigurationException(List.of(new Problem(
                    "HOMELINE_PUBLIC_URL",
                    0,
                    "",
                    "'" + prefix + "' is no web address: write scheme, host and path prefix, such as"
                            + " https://pay.example.org/homeline")));
        }
    }

    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException none) {
            return false;
        }
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
