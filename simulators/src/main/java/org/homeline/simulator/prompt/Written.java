package org.homeline.simulator.prompt;

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
