package org.homeline.agent;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeline.customer.Codes;
import org.homeline.customer.Customer;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;

/**
 * Looks at the code that a customer presents to an agent. A code takes three tries ({@link Codes}), and its customer may
 * replace it at any time ({@link Withdraw}); so wrong tries are also counted by agent and customer, and after {@link
 * #MOST_WRONG} in a day (of UTC) that agent learns no more of that customer's codes, wrong or right, and spends no more of
 * their tries. An agent's chance to guess a code of somebody is thus nine in a million a day, whatever the customer does; and
 * one who only wants to annoy spends three codes of a customer a day.
 */
@Singleton
final class Presented {
    /** Three codes' worth. */
    private static final long MOST_WRONG = 9;

    private static final String WRONG = "wrong-codes";

    private final Till till;
    private final CashOutRows cashOuts;
    private final Codes codes;

    Presented(Till till, CashOutRows cashOuts, Codes codes) {
        this.till = till;
        this.cashOuts = cashOuts;
        this.codes = codes;
    }

    /** What a number and a code amount to. */
    sealed interface Found permits Unserved.BadNumber, Unserved.Yourself, Unserved.CodeExpired, Wrong, Right {}

    /** @param tries what must hold for this to be said */
    record Wrong(Tries tries) implements Found {}

    /** @param tries what must hold for this to be said */
    record Right(Customer customer, CashOut cashOut, Tries tries) implements Found {}

    /** The code's own tries, and the agent's at the customer's codes. */
    record Tries(Guard ofCode, Guard ofAgent) {
        /** Only these may answer where they hold no more. */
        Draft in(Draft draft) {
            return draft.guard(ofAgent, new Unserved.TooManyWrong()).guard(ofCode, new Unserved.CodeExpired());
        }
    }

    Found find(Agent agent, String number, String code, Attempt attempt) {
        return switch (till.whom(attempt, agent, number)) {
            case Unserved.BadNumber bad -> bad;
            case Unserved.Yourself yourself -> yourself;
            case Unserved.UnknownCustomer unknown -> new Unserved.CodeExpired();
            case Till.Served(Customer customer) ->
                cashOuts.findNewest(customer.id(), CashOut.OPEN)
                        .filter(open -> open.isLive(attempt.now()) && open.code() != null)
                        .<Found>map(open -> compare(attempt, agent, customer, open, code))
                        .orElseGet(Unserved.CodeExpired::new);
        };
    }

    private Found compare(Attempt attempt, Agent agent, Customer customer, CashOut open, String code) {
        boolean right = codes.matches(open.id(), code, java.util.Objects.requireNonNull(open.code()));
        var tries = new Tries(
                codes.guess(open.id(), right, open.expires()), ofAgent(attempt, agent.id(), customer.id(), right));
        return right ? new Right(customer, open, tries) : new Wrong(tries);
    }

    private static Guard ofAgent(Attempt attempt, UUID agent, UUID customer, boolean right) {
        var day = attempt.now().truncatedTo(ChronoUnit.DAYS);
        return new Guard.Counter(
                WRONG,
                "%s:%s:%s:%s".formatted(WRONG, agent, customer, day),
                right ? 0 : 1,
                right ? MOST_WRONG - 1 : MOST_WRONG,
                day.plus(Duration.ofDays(2)));
    }
}
