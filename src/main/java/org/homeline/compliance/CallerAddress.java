package org.homeline.compliance;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * The network that a call came from, as velocity counts it: an IPv4 address, or the first 64 bits of an IPv6 one, of which
 * every customer of a provider has at least so many to himself (RFC 6177).
 *
 * @param text one network's is always the same
 */
public record CallerAddress(String text) {
    private static final int NETWORK_BYTES = 8;

    static CallerAddress of(InetAddress address) {
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
