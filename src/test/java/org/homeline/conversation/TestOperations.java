package org.homeline.conversation;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.MoneyWords;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.joda.money.CurrencyUnit;

/**
 * The operations of a small bank: enough of them to meet every kind of screen. Beans where the property {@code
 * test.operations} is set.
 */
@Factory
@Requires(property = TestOperations.PROPERTY)
public final class TestOperations {
    public static final String PROPERTY = "test.operations";

    /** People whose number begins like this are known from the start. */
    public static final String KNOWN = "+254712";

    /** How often money was decided to move, in any server. */
    public static final AtomicInteger CONFIRMED = new AtomicInteger();

    private final Consent consent;

    /** @param consent what paying asks for */
    public TestOperations(@Value("${" + PROPERTY + "}") Consent consent) {
        this.consent = consent;
    }

    @Serdeable
    public record Nothing() {}

    public sealed interface Greeting extends Outcome {}

    @Serdeable
    public record Newcomer() implements Greeting {}

    @Serdeable
    public record Known(String name, Language language) implements Greeting {}

    @Serdeable
    public record Registration(Language language, String name, Pin pin) {}

    public sealed interface RegistrationOutcome extends Outcome {}

    @Serdeable
    public record Registered(String name, Language language) implements RegistrationOutcome {}

    @Serdeable
    public record Quote(String payee, WrittenAmount amount) {}

    public sealed interface QuoteOutcome extends Outcome {}

    @Serdeable
    public record Quoted(String quote, String payee, Money amount, boolean cancellable) implements QuoteOutcome {}

    @Serdeable
    public record UnknownPayee(String payee) implements QuoteOutcome {}

    @Serdeable
    public record BadAmount() implements QuoteOutcome {}

    @Serdeable
    public record Confirmation(String quote) {}

    public sealed interface ConfirmationOutcome extends Outcome {}

    @Serdeable
    public record Paid(String reference) implements ConfirmationOutcome {}

    @Serdeable
    public record Entry(String reference, String payee, Money amount) {}

    public sealed interface LastOutcome extends Outcome {}

    @Serdeable
    public record Last(List<Entry> items) implements LastOutcome {}

    @Serdeable
    public record Judged(Pin pin) {}

    public sealed interface Judgement extends Outcome {}

    @Serdeable
    public record Strong() implements Judgement {}

    @Serdeable
    public record WeakPin() implements RegistrationOutcome, Judgement {}

    @Serdeable
    public record PinChange(Pin newPin, String permit) {}

    public sealed interface PinCheck extends Outcome {}

    @Serdeable
    public record Right(String permit) implements PinCheck {}

    public sealed interface PinOutcome extends Outcome {}

    @Serdeable
    public record PinChanged() implements PinOutcome {}

    public sealed interface Failure extends Outcome {}

    @Serdeable
    public record Never() implements Failure {}

    @Singleton
    Operation<Nothing, Greeting> greeting() {
        return new Named<>("test.greet", Nothing.class, Greeting.class, Consent.PHONE, this::greet);
    }

    @Singleton
    Operation<Registration, RegistrationOutcome> registration() {
        return new Named<>(
                "test.register", Registration.class, RegistrationOutcome.class, Consent.PHONE, this::register);
    }

    @Singleton
    Operation<Quote, QuoteOutcome> quotation() {
        return new Named<>("test.quote", Quote.class, QuoteOutcome.class, Consent.PHONE, this::quote);
    }

    @Singleton
    Operation<Confirmation, ConfirmationOutcome> confirmation() {
        return new Named<>("test.confirm", Confirmation.class, ConfirmationOutcome.class, consent, this::confirm);
    }

    @Singleton
    Operation<Nothing, LastOutcome> lastPayments() {
        return new Named<>("test.last", Nothing.class, LastOutcome.class, Consent.PHONE, this::last);
    }

    @Singleton
    Operation<Nothing, PinCheck> pinCheck() {
        return new Named<>(
                "test.checkPin",
                Nothing.class,
                PinCheck.class,
                consent,
                (input, attempt) -> Decision.answer(new Right("a permit")));
    }

    @Singleton
    Operation<Judged, Judgement> pinJudgement() {
        return new Named<>("test.judgePin", Judged.class, Judgement.class, Consent.PHONE, this::judge);
    }

    @Singleton
    Operation<PinChange, PinOutcome> pinChange() {
        return new Named<>("test.changePin", PinChange.class, PinOutcome.class, Consent.PHONE, this::changePin);
    }

    @Singleton
    Operation<Nothing, Failure> failure() {
        return new Named<>("test.fail", Nothing.class, Failure.class, Consent.PHONE, (input, attempt) -> {
            throw new AsItMust();
        });
    }

    public List<Operation<?, ?>> all() {
        return List.of(
                greeting(),
                registration(),
                quotation(),
                confirmation(),
                lastPayments(),
                pinCheck(),
                pinJudgement(),
                pinChange(),
                failure());
    }

    public Optional<Operation<?, ?>> find(String name) {
        return all().stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    private Decision<Greeting> greet(Nothing input, Attempt attempt) {
        return attempt.caller().phone().e164().startsWith(KNOWN)
                ? Decision.answer(new Known("Amina", Language.ENGLISH))
                : Decision.answer(new Newcomer());
    }

    private Decision<RegistrationOutcome> register(Registration input, Attempt attempt) {
        return input.pin().digits().equals("1234")
                ? Decision.answer(new WeakPin())
                : Decision.answer(new Registered(input.name(), input.language()));
    }

    private Decision<Judgement> judge(Judged input, Attempt attempt) {
        return Decision.answer(input.pin().digits().equals("1234") ? new WeakPin() : new Strong());
    }

    private Decision<QuoteOutcome> quote(Quote input, Attempt attempt) {
        if (input.payee().equals("NOBODY")) {
            return Decision.answer(new UnknownPayee(input.payee()));
        }
        return switch (input.amount().in(CurrencyUnit.of("KES"), MoneyWords.NONE)) {
            case WrittenAmount.Reading.Exactly exactly ->
                Decision.answer(new Quoted("q1", input.payee() + " Otieno", exactly.money(), true));
            default -> Decision.answer(new BadAmount());
        };
    }

    private Decision<ConfirmationOutcome> confirm(Confirmation input, Attempt attempt) {
        CONFIRMED.incrementAndGet();
        return Decision.propose(new Paid("K7QP3MXW"), attempt.draft());
    }

    private Decision<LastOutcome> last(Nothing input, Attempt attempt) {
        return Decision.answer(new Last(IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Entry("R" + i, "Friend " + i, Money.of(i * 100L, "KES")))
                .toList()));
    }

    private Decision<PinOutcome> changePin(PinChange input, Attempt attempt) {
        return Decision.answer(new PinChanged());
    }

    /** What {@code test.fail} does. */
    static final class AsItMust extends RuntimeException {}

    /** An operation that is a function. */
    private static final class Named<I extends Record, O extends Outcome> extends Operation<I, O> {
        private final Consent consent;
        private final BiFunction<I, Attempt, Decision<O>> deciding;

        Named(
                String name,
                Class<I> inputs,
                Class<O> outcomes,
                Consent consent,
                BiFunction<I, Attempt, Decision<O>> deciding) {
            super(name, inputs, outcomes);
            this.consent = consent;
            this.deciding = deciding;
        }

        @Override
        public Consent consent(Actor actor) {
            return consent;
        }

        @Override
        public Decision<O> decide(I input, Attempt attempt) {
            return deciding.apply(input, attempt);
        }
    }
}
