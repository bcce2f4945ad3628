package org.homeline.language;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.money.WrittenAmount;
import org.homeline.phone.PhoneNumber;

/** How one language writes amounts, rates, times, numbers and countries. */
final class Wording {
    private static final int HOURS_SHOWN_AS_HOURS = 72;

    private final Locale locale;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private final MeasureFormat units;

    Wording(Language language) {
        this.locale = language.locale();
        this.moment = DateTimeFormatter.ofPattern("d MMM HH:mm", locale);
        this.units = MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.SHORT);
        this.day = DateTimeFormatter.ofPattern("d MMM", locale);
    }

    /** The value as text; numbers that a plural may ask for stay numbers. */
    Object word(Object value) {
        return switch (value) {
            case Money money -> money.currency().getCode() + " " + amount(money);
            case Rate rate ->
                number(
                        rate.value().stripTrailingZeros(),
                        Math.max(2, rate.value().stripTrailingZeros().scale()));
            case ZonedDateTime time -> moment.format(time);
            case Instant time -> moment.format(time.atZone(ZoneOffset.UTC)) + " UTC";
            case LocalDate date -> day.format(date);
            case Duration length -> length(length);
            case PhoneNumber number -> number.e164();
            case WrittenAmount amount -> amount.text();
            case BigDecimal number -> number(number, number.scale());
            case Language language -> language.code();
            case Territory territory -> territory.in(locale);
            case Number number -> number;
            default -> value.toString();
        };
    }

    /** Cents are left out where there are none: every character costs. */
    private String amount(Money money) {
        int decimals = money.currency().getDecimalPlaces();
        var major = money.major();
        boolean whole = decimals > 0 && major.stripTrailingZeros().scale() <= 0;
        return number(major, whole ? 0 : decimals);
    }

    private String number(BigDecimal number, int decimals) {
        return String.format(locale, "%,." + Math.max(0, decimals) + "f", number);
    }

    /** {@code 30 min}, {@code 24 h}, {@code 30 j}: short, in the language's own units. */
    private String length(Duration length) {
        if (length.toMinutes() < 120) {
            return units.format(new Measure(length.toMinutes(), MeasureUnit.MINUTE));
        }
        return units.format(
                length.toHours() < HOURS_SHOWN_AS_HOURS
                        ? new Measure(length.toHours(), MeasureUnit.HOUR)
                        : new Measure(length.toDays(), MeasureUnit.DAY));
    }
}
