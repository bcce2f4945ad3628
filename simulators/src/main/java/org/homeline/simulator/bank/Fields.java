package org.homeline.simulator.bank;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeline.simulator.bank.Instruction.Reference;

/** What the fields of a message about money say; empty where they say nothing that can be understood. */
final class Fields {
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final int ORIGINAL_DIGITS = 42;

    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getNumericCode() > 0 && currency.getDefaultFractionDigits() >= 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .collect(Collectors.toMap(Currency::getNumericCodeAsString, Function.identity(), (first, second) -> first));

    private final Clock clock;

    Fields(Clock clock) {
        this.clock = clock;
    }

    /** Field 15, or today where there is none, since some banks leave it out. */
    LocalDate settlementDay(Received message) {
        return day(message.text(15)).orElseGet(this::today);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The day of that name which is nearest: the field has no year. */
    Optional<LocalDate> day(String monthAndDay) {
        try {
            var named = MonthDay.parse(monthAndDay, MONTH_DAY);
            var today = today();
            return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                    .filter(named::isValidYear)
                    .mapToObj(named::atYear)
                    .min(Comparator.comparingLong(day -> Math.abs(day.toEpochDay() - today.toEpochDay())));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Currency> currency(String numeric) {
        return Optional.ofNullable(CURRENCIES.get(numeric));
    }

    /** Of a 0200 or 0220. */
    Optional<Instruction> instruction(Received message) {
        return instruction(
                message, new Reference(message.text(11), message.text(37), message.text(7), settlementDay(message)));
    }

    /** Of the same fields in a reversal, which is about another message. */
    Optional<Instruction> instruction(Received message, Reference reference) {
        var amount = message.text(4);
        var currency = currency(message.text(49));
        boolean whole = amount.matches("[0-9]{1,12}")
                && reference.stan().matches("[0-9]{6}")
                && !reference.retrievalReferenceNumber().isBlank()
                && currency.isPresent()
                && (!message.hasField(15) || day(message.text(15)).isPresent());
        return kind(message)
                .filter(kind -> whole)
                .map(kind -> new Instruction(
                        reference,
                        kind,
                        Long.parseLong(amount),
                        currency.orElseThrow(),
                        account(message),
                        message.text(104)))
                .filter(instruction -> instruction.amountMinor() > 0);
    }

    /** By the first two digits of the processing code: account funding; original credit and deposit. */
    static Optional<Item.Kind> kind(Received message) {
        var code = message.text(3);
        return switch (code.substring(0, Math.min(2, code.length()))) {
            case "10" -> Optional.of(Item.Kind.DEBIT);
            case "21", "26" -> Optional.of(Item.Kind.CREDIT);
            default -> Optional.empty();
        };
    }

    /** Field 102 for what is taken, 103 for what is given. */
    static String account(Received message) {
        return message.text(kind(message).filter(Item.Kind.DEBIT::equals).isPresent() ? 102 : 103)
                .strip();
    }

    /** What field 90 of a reversal names; its retrieval reference number is the reversal's own. */
    Optional<Reference> original(Received message) {
        var elements = message.text(90);
        if (!elements.matches("[0-9]{" + ORIGINAL_DIGITS + "}")
                || message.text(37).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Reference(
                elements.substring(4, 10), message.text(37), elements.substring(10, 20), settlementDay(message)));
    }
}
