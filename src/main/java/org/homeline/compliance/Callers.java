package org.homeline.compliance;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/**
 * Who calls. A proxy on this machine, or on one that {@code HOMELINE_TRUSTED_PROXIES} lists, is believed when it says in
 * {@code X-Forwarded-For} for whom it calls; nobody else is.
 */
@Singleton
public final class Callers {
    private final AddressRanges proxies;

    /** @throws org.homeline.configuration.ConfigurationException where one of the ranges is none */
    Callers(@Value("${homeline.trusted-proxies:}") String proxies) {
        this.proxies = AddressRanges.parse("HOMELINE_TRUSTED_PROXIES", proxies);
    }

    /**
     * The caller's own address; the proxy's where that names none.
     *
     * @param remote the other end of the connection
     * @param forwardedFor the lines of the header {@code X-Forwarded-For} in their order: a proxy may add one of its own
     *     behind the caller's. The last address of the last one counts, which the nearest proxy wrote
     */
    public InetAddress address(InetAddress remote, List<String> forwardedFor) {
        if (forwardedFor.isEmpty() || !(remote.isLoopbackAddress() || proxies.contains(remote))) {
            return remote;
        }
        var line = forwardedFor.getLast();
        try {
            return InetAddress.ofLiteral(
                    line.substring(line.lastIndexOf(',') + 1).strip());
        } catch (IllegalArgumentException noAddress) {
            return remote;
        }
    }

    /** The network of {@link #address}. */
    public CallerAddress network(InetAddress remote, List<String> forwardedFor) {
        return CallerAddress.of(address(remote, forwardedFor));
    }
}
