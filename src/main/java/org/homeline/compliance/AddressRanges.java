package org.homeline.compliance;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.Problem;

/** Ranges of addresses as a variable of the environment lists them, with commas between. */
public final class AddressRanges {
    private final List<AddressRange> ranges;

    private AddressRanges(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param variable its name, for what is wrong in it
     * @throws ConfigurationException where one of them is none
     */
    public static AddressRanges parse(String variable, String written) {
        return new AddressRanges(Arrays.stream(written.split(","))
                .filter(range -> !range.isBlank())
                .map(range -> range(variable, range))
                .toList());
    }

    private static AddressRange range(String variable, String written) {
        try {
            return AddressRange.parse(written);
        } catch (IllegalArgumentException none) {
            throw new ConfigurationException(List.of(new Problem(
                    variable,
                    0,
                    "",
                    "'" + written.strip() + "' is no range of addresses: write them like"
                            + " 196.201.216.0/24, 2001:db8::/32 or one address, with commas between")));
        }
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
