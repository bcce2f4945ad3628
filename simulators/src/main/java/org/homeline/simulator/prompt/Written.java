package org.homeline.simulator.prompt;

import java.net.InetSocketAddress;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How numbers and addresses are written on a simulator's command line; anything else is said with an example. */
public final class Written {
    private static final String LOCAL = "http://127.0.0.1:";

    private Written() {}

    /** An HTTP address, or the port of one on this machine. */
    public static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            var whole = text.matches("\\d{1,5}") ? LOCAL + text : text;
            try {
                var address = URI.create(whole);
                if (whole.matches("https?://.+") && address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException unreadable) {
                throw new TypeConversionException(mend(text));
            }
            throw new TypeConversionException(mend(text));
        }

        private static String mend(String text) {
            return "write an address as " + LOCAL + "8080, not " + text;
        }
    }

    /** A host and a port, not looked up yet. */
    public static final class HostAndPort implements ITypeConverter<InetSocketAddress> {
        private static final int HIGHEST_PORT = 65_535;

        @Override
        public InetSocketAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            if (colon > 0 && text.substring(colon + 1).matches("\\d{1,5}")) {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (port > 0 && port <= HIGHEST_PORT) {
                    return InetSocketAddress.createUnresolved(text.substring(0, colon), port);
                }
            }
            throw new TypeConversionException("write a host and a port as 127.0.0.1:9583, not " + text);
        }
    }

    /** A phone number in E.164. */
    public static final class PhoneNumber implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            var number = text.replaceAll("[ -]", "");
            if (!number.matches("\\+[1-9]\\d{6,14}")) {
                throw new TypeConversionException(
                        "write a number with its country's code, as +254712345678, not " + text);
            }
            return number;
        }
    }
}
