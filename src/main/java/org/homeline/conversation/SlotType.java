package org.homeline.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.language.Language;
import org.homeline.money.WrittenAmount;

/** What a question asks for, and how an answer to it is read. Operations judge what it means. */
enum SlotType {
    /** A number or a nickname. */
    PHONE_OR_NAME(String.class, "[\\p{L}\\p{N}+(][\\p{L}\\p{N} .'()+-]{0,29}"),
    /** A phone number in any notation. */
    NUMBER(String.class, "\\+?[0-9 ().-]{6,24}"),
    AMOUNT(WrittenAmount.class, ".{1,24}"),
    /** A one-time code. */
    CODE(String.class, "[0-9 -]{4,12}"),
    /** The number of a bank account. */
    ACCOUNT(String.class, "[A-Za-z0-9 -]{4,40}"),
    /** A person's name. */
    NAME(String.class, "\\p{L}[\\p{L}\\p{M} .'’-]{0,59}"),
    /** One of the languages spoken here, by its number. */
    LANGUAGE(Language.class, "[0-9]"),
    REFERENCE(String.class, "[A-Za-z0-9 -]{4,20}"),
    TEXT(String.class, ".{1,100}");

    private final Class<?> type;
    private final Pattern shape;

    SlotType(Class<?> type, String shape) {
        this.type = type;
        this.shape = Pattern.compile(shape);
    }

    /** The type of the value. */
    Class<?> type() {
        return type;
    }

    /** The text that says what an answer looks like. */
    String reason() {
        return "conversation.invalid." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer's value; a language is chosen by its number and not read here. */
    Optional<Object> read(String input) {
        if (!shape.matcher(input).matches()) {
            return Optional.empty();
        }
        return switch (this) {
            case AMOUNT -> WrittenAmount.looksLike(input) ? Optional.of(new WrittenAmount(input)) : Optional.empty();
            case CODE, ACCOUNT -> Optional.of(input.replaceAll("[ -]", ""));
            case LANGUAGE -> Optional.empty();
            case PHONE_OR_NAME, NUMBER, NAME, REFERENCE, TEXT -> Optional.of(input);
        };
    }
}
