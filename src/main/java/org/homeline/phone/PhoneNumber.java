package org.homeline.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * A phone number in E.164 ({@code +254712345678}): the identity of a person on every channel.
 *
 * @param e164 a plus and 7 to 15 digits
 */
@Serdeable
public record PhoneNumber(String e164) {
    private static final java.util.regex.Pattern E164 = java.util.regex.Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not a number in E.164");
        }
    }

    /**
     * Reads a number as people write it ({@code 0712 345 678}, {@code +254712345678}, {@code 00254...}).
     *
     * @param region the country (ISO 3166, two letters) whose national format the writer would use
     * @return empty where it is not a number that such a phone network could have
     */
    public static Optional<PhoneNumber> parse(String written, String region) {
        if (written.length() > 30) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(written.startsWith("00") ? "+" + written.substring(2) : written, region);
            return numbers.isValidNumber(parsed) && !parsed.hasExtension()
                    ? Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** The country (ISO 3166, two letters) of the number's plan, or {@code ZZ} where none is known. */
    public String region() {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var region = numbers.getRegionCodeForNumber(numbers.parse(e164, "ZZ"));
            return region == null ? "ZZ" : region;
        } catch (NumberParseException impossible) {
            return "ZZ";
        }
    }

    /** Enough to recognise, not enough to call: for logs. */
    public String masked() {
        return e164.substring(0, Math.min(4, e164.length() - 4)) + "…" + e164.substring(e164.length() - 3);
    }

    @Override
    public String toString() {
        return e164;
    }
}
