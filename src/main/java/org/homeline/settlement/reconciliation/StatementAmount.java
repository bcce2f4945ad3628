package org.homeline.settlement.reconciliation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/**
 * An amount as comma-separated statements write it: in major units without a sign, thousands parted or not, decimals behind a
 * point or a comma. What can be meant in two ways is none.
 */
final class StatementAmount {
    /** Thousands, and decimals behind the other sign. */
    private static final Pattern POINT_LAST = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+");

    private static final Pattern COMMA_LAST = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+");
    /** A sign that comes again parts thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}((,[0-9]{3}){2,}|(\\.[0-9]{3}){2,})");
    /** One sign alone: decimals, where there are as many as the currency has or fewer. */
    private static final Pattern ONE_SIGN = Pattern.compile("[0-9]{1,15}([.,][0-9]{1,5})?");

    private static final Pattern ONE_GROUP = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final int LONGEST = 24;

    private StatementAmount() {}

    /** Empty where it is no amount of the currency, or may be two. */
    static Optional<Money> read(String text, CurrencyUnit currency) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (ONE_GROUP.matcher(text).matches() && !(currency.getDecimalPlaces() == 3 && text.contains("."))) {
            // A thousand or more with nothing behind it, where the currency has no decimals at all; else perhaps so.
            // Three
            // decimals behind a point are plain digits, as the refusal asks for.
            return currency.getDecimalPlaces() == 0 ? money(bare(text), currency) : Optional.empty();
        }
        if (ONE_SIGN.matcher(text).matches()) {
            return money(text.replace(',', '.'), currency);
        }
        if (POINT_LAST.matcher(text).matches()) {
            return money(text.replace(",", ""), currency);
        }
        if (COMMA_LAST.matcher(text).matches()) {
            return money(text.replace(".", "").replace(',', '.'), currency);
        }
        return THOUSANDS.matcher(text).matches() ? money(bare(text), currency) : Optional.empty();
    }

    private static String bare(String text) {
        return text.replaceAll("[.,]", "");
    }

    /** More decimals than the currency has are none of it, zeros too: they may have been meant as thousands. */
    private static Optional<Money> money(String plain, CurrencyUnit currency) {
        try {
            var major = new BigDecimal(plain);
            return major.scale() > currency.getDecimalPlaces()
                    ? Optional.empty()
                    : Optional.of(Money.ofMajor(major, currency));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
