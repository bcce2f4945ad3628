package org.homeline.compliance;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The network that a call came from, as velocity counts it: an IPv4 address, or the first 64 bits of an IPv6 one, of which
 * every customer of a provider has at least so many to himself (RFC 6177).
 *
 * @param text one network's is always the same
 */
public record CallerAddress(String text) {
    private static final int NETWORK_BYTES = 8;

    /**
     * @param remote the other end of the connection
     * @param forwardedFor the lines of the header {@code X-Forwarded-For} in their order: a proxy may add one of its own
     *     behind the caller's. The last address of the last one counts, which the nearest proxy wrote, and only where the
     *     other end is a proxy of ours: on this machine or in its private network
     */
    public static CallerAddress of(InetAddress remote, List<String> forwardedFor) {
        return network(beyondProxies(remote, forwardedFor));
    }

    /** The caller's own address, of which {@link #of} is the network. */
    public static InetAddress beyondProxies(InetAddress remote, List<String> forwardedFor) {
        if (forwardedFor.isEmpty() || !isOurs(remote)) {
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

    private static boolean isOurs(InetAddress remote) {
        return remote.isLoopbackAddress() || remote.isSiteLocalAddress() || remote.isLinkLocalAddress();
    }

    private static CallerAddress network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new CallerAddress(address.getHostAddress());
        }
        var bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return new CallerAddress(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }
}
