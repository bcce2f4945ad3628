package org.homeline.agent;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;

/**
 * What agents earn. So that an agent and a friend do not take the same cash in and out in circles for the commission, only so
 * many dealings of one agent with one customer earn any in a day of the agent's country; the others are done all the same.
 */
@Singleton
final class Commissions {
    private static final String COMMISSIONED = "commissioned";

    private final AgentSettings settings;
    private final Countries countries;
    private final Books books;

    Commissions(AgentSettings settings, Countries countries, Books books) {
        this.settings = settings;
        this.countries = countries;
        this.books = books;
    }

    /** Adds the commission for an amount of cash to the draft, and says what it is: nothing above so many a day. */
    Money pay(Attempt attempt, Draft draft, Agent agent, Customer customer, Money amount, What what) {
        var counter = counter(agent, customer.id(), attempt.now());
        if (books.counted(counter.name()) >= settings.commissionsADay()) {
            return Money.zero(amount.currency());
        }
        var terms = settings.in(amount.currency());
        var commission = amount.basisPoints(what == What.CASH_IN ? terms.cashIn() : terms.cashOut());
        draft.guard(
                        new Guard.Counter(
                                COMMISSIONED, counter.name(), 1, settings.commissionsADay(), counter.expires()),
                        new Refused(Refused.BUSY))
                .move(
                        Account.ofOperator(AccountCode.COMMISSION_EXPENSE, commission.currency()),
                        agent.commissionIn(commission.currency()),
                        commission,
                        TransferCode.COMMISSION);
        return commission;
    }

    /** Takes back what a dealing earned; it then counts among those of its day no more. */
    void takeBack(Draft draft, Agent agent, Deal deal, Map<Refusal, Outcome> otherwise) {
        var earned = deal.earned();
        if (earned.isZero()) {
            return;
        }
        var counter = counter(agent, deal.customer(), deal.made());
        draft.guard(Guard.Counter.back(COMMISSIONED, counter.name(), 1, counter.expires()), new Refused(Refused.BUSY))
                .move(
                        agent.commissionIn(earned.currency()),
                        Account.ofOperator(AccountCode.COMMISSION_EXPENSE, earned.currency()),
                        earned,
                        TransferCode.CORRECTION,
                        otherwise);
    }

    /** Of a day of the agent's country. */
    private record Counted(String name, Instant expires) {}

    private Counted counter(Agent agent, UUID customer, Instant at) {
        var zone = countries.of(agent.country()).zone();
        var day = at.atZone(zone).toLocalDate();
        return new Counted(
                "%s:%s:%s:%s".formatted(COMMISSIONED, agent.id(), customer, day),
                day.plusDays(2).atStartOfDay(zone).toInstant());
    }
}
