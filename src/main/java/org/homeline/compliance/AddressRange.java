package org.homeline.compliance;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation (RFC 4632): {@code 196.201.216.0/24}, {@code 2001:db8::/32}, or one address.
 *
 * @param prefix how many leading bits count
 */
record AddressRange(InetAddress network, int prefix) {
    /** @throws IllegalArgumentException where it is not an address and a number of bits that it has */
    static AddressRange parse(String written) {
        var parts = written.strip().split("/", 2);
        var network = InetAddress.ofLiteral(parts[0]);
        int bits = network.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("an address of " + bits + " bits has no prefix of " + prefix);
        }
        return new AddressRange(network, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] one = network.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
