package org.homeline.conversation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.homeline.language.Language;
import org.homeline.language.Territory;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.money.WrittenAmount;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/**
 * What a session remembers, as a letter for its type, a colon and its text: small, readable, and the same value again
 * when it is read on another node.
 */
final class Value {
    /** The types that an outcome's component may have to be remembered, primitives by their boxes. */
    static final Set<Class<?>> TYPES = Set.of(
            String.class,
            WrittenAmount.class,
            Money.class,
            PhoneNumber.class,
            Rate.class,
            Language.class,
            Territory.class,
            Long.class,
            BigDecimal.class,
            ZonedDateTime.class,
            Duration.class,
            Boolean.class);

    private Value() {}

    /** @throws IllegalArgumentException where the type is none of {@link #TYPES} */
    static String write(Object value) {
        return switch (value) {
            case String text -> "s:" + text;
            case WrittenAmount amount -> "a:" + amount.text();
            case Money money -> "m:" + money.minor() + " " + money.currency().getCode();
            case PhoneNumber number -> "p:" + number.e164();
            case Rate rate -> "r:" + rate.from().getCode() + " " + rate.to().getCode() + " " + rate.value();
            case Language language -> "g:" + language.code();
            case Territory territory -> "c:" + territory.code();
            case Integer number -> "n:" + number;
            case Long number -> "n:" + number;
            case BigDecimal number -> "d:" + number;
            case ZonedDateTime time -> "t:" + time;
            case Duration length -> "l:" + length;
            case Boolean flag -> "b:" + flag;
            default -> throw new IllegalArgumentException("a session can't remember a " + value.getClass());
        };
    }

    static Object read(String written) {
        var text = written.substring(2);
        return switch (written.charAt(0)) {
            case 's' -> text;
            case 'a' -> new WrittenAmount(text);
            case 'm' -> {
                var parts = text.split(" ", 2);
                yield Money.of(Long.parseLong(parts[0]), parts[1]);
            }
            case 'p' -> new PhoneNumber(text);
            case 'r' -> {
                var parts = text.split(" ", 3);
                yield new Rate(CurrencyUnit.of(parts[0]), CurrencyUnit.of(parts[1]), new BigDecimal(parts[2]));
            }
            case 'g' -> new Language(text);
            case 'c' -> new Territory(text);
            case 'n' -> Long.valueOf(text);
            case 'd' -> new BigDecimal(text);
            case 't' -> ZonedDateTime.parse(text);
            case 'l' -> Duration.parse(text);
            case 'b' -> Boolean.valueOf(text);
            default -> throw new IllegalArgumentException("a session of another release");
        };
    }
}
