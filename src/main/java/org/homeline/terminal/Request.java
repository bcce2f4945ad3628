package org.homeline.terminal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.homeline.agent.Agent;
import org.homeline.iso8583.Message;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * An authentic message of a terminal at work.
 *
 * @param today in the agent's country
 */
record Request(Message message, String terminal, Agent agent, LocalDate today) {
    /** A terminal's clock is not further off, nor does a request come later: what does is an old one that somebody kept. */
    private static final int MOST_DAYS = 3;

    /** The most that lie between two years which have a 29 February. */
    private static final int LEAP_YEARS = 8;

    private static final int ORIGINAL_MTI = 4;
    private static final int STAN_DIGITS = 6;

    /** A field that the message should have, and has not or can't have like this. */
    static final class MissingException extends Exception {
        MissingException(int field) {
            super("field " + field, null, false, false);
        }
    }

    Actor.Caller actor() {
        return new Actor.Caller(agent.number(), Actor.Channel.TERMINAL);
    }

    /** Whether it says of itself that it comes again (the last digit of its type is odd). */
    boolean isRepeat() {
        return (message.mti().charAt(3) - '0') % 2 == 1;
    }

    /** What is to be done, the first two digits of the processing code. */
    String processing() throws MissingException {
        return text(3).substring(0, 2);
    }

    /**
     * The same for each message of a dealing, whether it comes again or takes the dealing back, and for no other: terminal,
     * the dealing's local date and time (fields 13 and 12) and retrieval reference (field 37), and the trace number of the
     * first message. The time tells apart what a terminal does before and after its counters began anew.
     */
    String key() throws MissingException {
        if (date().isBefore(today.minusDays(MOST_DAYS))) {
            throw new MissingException(13);
        }
        return key(text(11));
    }

    /**
     * The key of the dealing that this takes back, however long ago: its trace number is in field 90; date, time and
     * reference are its own.
     */
    String originalKey() throws MissingException {
        var original = text(90);
        if (original.length() < ORIGINAL_MTI + STAN_DIGITS) {
            throw new MissingException(90);
        }
        return key(original.substring(ORIGINAL_MTI, ORIGINAL_MTI + STAN_DIGITS));
    }

    private String key(String stan) throws MissingException {
        return "terminal:%s:%s:%s:%s:%s".formatted(terminal, date(), text(12), stan, text(37).strip());
    }

    /** It comes without its year, and is the last such day: what a terminal speaks of has happened, by its own clock. */
    private LocalDate date() throws MissingException {
        var written = text(13);
        try {
            var day = MonthDay.of(Integer.parseInt(written.substring(0, 2)), Integer.parseInt(written.substring(2)));
            var latest = today.plusDays(MOST_DAYS);
            return IntStream.rangeClosed(latest.getYear() - LEAP_YEARS, latest.getYear())
                    .filter(day::isValidYear)
                    .mapToObj(day::atYear)
                    .filter(date -> !date.isAfter(latest))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new MissingException(13));
        } catch (java.time.DateTimeException noDay) {
            throw new MissingException(13);
        }
    }

    Money amount() throws MissingException {
        return new Money(Long.parseLong(text(4)), currency());
    }

    /** By the number of ISO 4217, or by its letters. */
    private CurrencyUnit currency() throws MissingException {
        var code = text(49);
        try {
            return code.chars().allMatch(Character::isDigit) ? CurrencyUnit.ofNumericCode(code) : CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw new MissingException(49);
        }
    }

    String text(int field) throws MissingException {
        return message.text(field).filter(text -> !text.isBlank()).orElseThrow(() -> new MissingException(field));
    }

    Optional<byte[]> pinBlock() {
        return message.bytes(52);
    }
}
