package org.homeline.conversation.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.language.Language;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Pin;

/** What a part of a sentence is, and how it is told from its neighbours. What it means, operations judge. */
enum SmsSlot {
    AMOUNT(WrittenAmount.class),
    /** A number or a nickname. */
    PAYEE(String.class),
    NUMBER(String.class),
    NICKNAME(String.class),
    /** A one-time code: six digits. */
    CODE(String.class),
    PIN(Pin.class),
    REFERENCE(String.class),
    LANGUAGE(Language.class),
    NAME(String.class),
    /** A country or a currency. */
    PLACE(String.class),
    /** A bank's word: one of letters, digits and hyphens. */
    BANK(String.class),
    /** The number of a bank account, in one word so that a PIN can stand behind it. */
    ACCOUNT(String.class),
    /** The last four of one. */
    TAIL(String.class);

    /** Spaces part thousands only: else an amount and a number behind it could be one amount. */
    private static final Pattern GROUPED =
            Pattern.compile("[^0-9]*" + "(?:[0-9][0-9.,']*|[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,3})?)[^0-9]*");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{7,30}");
    private static final Pattern LIKELY_PHONE = Pattern.compile("\\+|\\(?0(?!00)");
    /** One word of a name: no pattern over several, whose ways to part them would be without number. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}.'’-]+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_NICKNAME = 30;
    private static final int LONGEST_NAME = 60;

    private final Class<?> type;

    SmsSlot(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /** The value of the words, if they can be one. */
    Optional<?> read(String words, Vocabulary known) {
        return switch (this) {
            case AMOUNT -> isAmount(words, known) ? Optional.of(new WrittenAmount(words)) : Optional.empty();
            case PAYEE -> isPhone(words) || isNickname(words, known) ? Optional.of(words) : Optional.empty();
            case NUMBER -> isPhone(words) ? Optional.of(words) : Optional.empty();
            case NICKNAME -> isNickname(words, known) ? Optional.of(words) : Optional.empty();
            case CODE -> shaped(words.replaceAll("[ -]", ""), "[0-9]{6}");
            case PIN -> shaped(words, "[0-9]{4,6}").map(Pin::new);
            case REFERENCE -> shaped(words.replaceAll("[ -]", ""), "[A-Za-z0-9]{4,12}");
            case LANGUAGE -> known.languages().find(words);
            case NAME -> areWords(words, LONGEST_NAME) ? Optional.of(words) : Optional.empty();
            case PLACE -> areWords(words, LONGEST_NICKNAME) ? Optional.of(words) : Optional.empty();
            case BANK -> shaped(words, "[A-Za-z][A-Za-z0-9-]{1,29}");
            case ACCOUNT -> shaped(words, "(?=.*[0-9])[A-Za-z0-9-]{4,34}");
            case TAIL -> shaped(words, "[A-Za-z0-9]{4,34}");
        };
    }

    /** How sure it is that the words are this: a number that begins as numbers do parts an amount with spaces from it. */
    int likelihood(String words) {
        return (this == PAYEE || this == NUMBER) && LIKELY_PHONE.matcher(words).lookingAt() ? 2 : 1;
    }

    private static boolean isAmount(String words, Vocabulary known) {
        return GROUPED.matcher(words).matches() && WrittenAmount.isLikely(words, known.money());
    }

    private static boolean isPhone(String words) {
        if (!PHONE.matcher(words).matches()) {
            return false;
        }
        var digits = words.replaceAll("[^0-9]", "");
        return digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS && !digits.startsWith("000");
    }

    private static boolean isNickname(String words, Vocabulary known) {
        return areWords(words, LONGEST_NICKNAME) && !known.money().knows(words.split(" ", 2)[0]);
    }

    private static boolean areWords(String words, int longest) {
        return words.length() <= longest
                && Arrays.stream(words.split(" "))
                        .allMatch(word -> WORD.matcher(word).matches()
                                && LETTER.matcher(word).find());
    }

    private static Optional<String> shaped(String words, String shape) {
        return words.matches(shape) ? Optional.of(words) : Optional.empty();
    }
}
