package org.homeline.money;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An amount as a person typed it: {@code 200}, {@code $200}, {@code 200usd}, {@code 1,000.50}, {@code 1.000,50}, {@code 1
 * 000}. Which sign parts thousands and which parts decimals depends on habit, so it is read only once the currency is
 * known, and may still mean two amounts. What people call the currency may stand before or behind ({@code Ksh200/-},
 * {@code N200}, {@code 200 pesos}), see {@link MoneyWords}.
 *
 * @param text as typed
 */
@Serdeable
public record WrittenAmount(String text) {
    /** A word or a sign for a currency, or both ({@code US$}). */
    private static final String MARK = "\\p{L}{1,9}|\\p{L}{0,3}\\p{Sc}";

    /** Shops in East Africa and India close an amount by a stroke: {@code 200/-}, {@code 200/=}. */
    private static final Pattern SHAPE = Pattern.compile("(?:(?<before>" + MARK + ")\\.?)? ?"
            + "(?<digits>[0-9]([0-9., ']{0,18}[0-9])?) ?(?<after>" + MARK + ")? ?(?:/[-=])?");

    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}([., '][0-9]{3})+");

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");

    /** What a text can mean in a currency. */
    public sealed interface Reading {
        record Exactly(Money money) implements Reading {}

        /** Two habits read it differently; ask. */
        record Either(Money one, Money other) implements Reading {}

        /** It is an amount of another currency. */
        record OtherCurrency(String code) implements Reading {}

        record Unreadable() implements Reading {}
    }

    /** Whether it looks like an amount at all, in some currency, if its words should be ones for money. */
    public static boolean looksLike(String text) {
        return SHAPE.matcher(tidy(text)).matches();
    }

    /** Whether it looks like an amount, and whatever stands before or behind is a word for some money. */
    public static boolean isLikely(String text, MoneyWords words) {
        var matcher = SHAPE.matcher(tidy(text));
        return matcher.matches() && isKnown(matcher.group("before"), words) && isKnown(matcher.group("after"), words);
    }

    private static boolean isKnown(@Nullable String mark, MoneyWords words) {
        return mark == null || words.knows(mark);
    }

    /** Reads it as an amount of the currency. A code, a sign or a word for the currency may stand before or behind. */
    public Reading in(CurrencyUnit currency, MoneyWords words) {
        var matcher = SHAPE.matcher(tidy(text));
        if (!matcher.matches()) {
            return new Reading.Unreadable();
        }
        for (var group : new String[] {"before", "after"}) {
            var mark = matcher.group(group);
            if (mark != null && !words.means(mark, currency)) {
                return words.knows(mark) ? new Reading.OtherCurrency(mark) : new Reading.Unreadable();
            }
        }
        return read(matcher.group("digits"), currency);
    }

    /**
     * Reads it as those write who book it for others: digits, and a point before as many decimals as the currency has at
     * most ({@code 1.000} may be meant as a thousand); empty for all that is else.
     */
    public Optional<Money> plain(CurrencyUnit currency) {
        int point = text.indexOf('.');
        return PLAIN.matcher(text).matches() && (point < 0 || text.length() - point - 1 <= currency.getDecimalPlaces())
                ? money(text, currency)
                : Optional.empty();
    }

    private static Reading read(String digits, CurrencyUnit currency) {
        int last = Math.max(
                Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(',')),
                Math.max(digits.lastIndexOf(' '), digits.lastIndexOf('\'')));
        if (last < 0) {
            return exactly(money(digits, currency));
        }
        char sign = digits.charAt(last);
        boolean tooFine = digits.length() - last - 1 > currency.getDecimalPlaces();
        boolean maybeDecimal = (sign == '.' || sign == ',')
                && digits.indexOf(sign) == last
                && (!tooFine || sign == decimalSign(currency));
        var whole = digits.substring(0, last);
        var decimal = maybeDecimal && isWhole(whole, sign)
                ? money(bare(whole) + "." + digits.substring(last + 1), currency)
                : Optional.<Money>empty();
        var grouped = isGroupedAlike(digits) ? money(bare(digits), currency) : Optional.<Money>empty();
        if (decimal.isPresent() && grouped.isPresent()) {
            return new Reading.Either(grouped.get(), decimal.get());
        }
        return exactly(decimal.or(() -> grouped));
    }

    /** The part before the decimal sign: plain digits, or thousands parted by one other sign. */
    private static boolean isWhole(String whole, char decimalSign) {
        return whole.indexOf(decimalSign) < 0 && (whole.chars().allMatch(Character::isDigit) || isGroupedAlike(whole));
    }

    private static boolean isGroupedAlike(String digits) {
        return GROUPED.matcher(digits).matches()
                && digits.chars().filter(c -> !Character.isDigit(c)).distinct().count() == 1;
    }

    /** The sign that parts decimals where the currency is used: there {@code 1.500} may be one and a half after all. */
    private static char decimalSign(CurrencyUnit currency) {
        return switch (currency.getCode()) {
            case "EUR", "XOF", "XAF" -> ',';
            default -> '.';
        };
    }

    private static Optional<Money> money(String plain, CurrencyUnit currency) {
        try {
            return Optional.of(Money.ofMajor(new BigDecimal(plain), currency));
        } catch (ArithmeticException tooFineOrTooLarge) {
            return Optional.empty();
        }
    }

    private static Reading exactly(Optional<Money> money) {
        return money.<Reading>map(Reading.Exactly::new).orElseGet(Reading.Unreadable::new);
    }

    private static String bare(String digits) {
        return digits.replaceAll("[^0-9]", "");
    }

    private static String tidy(String text) {
        return MoneyWords.fold(text.strip());
    }
}
