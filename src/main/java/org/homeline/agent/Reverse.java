package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/**
 * Takes back what a terminal's request did, because the terminal got no answer and treats it as not done: whoever brought
 * cash has it again, and who was to get some got none. Only once it is known to be done: {@link Forestall} takes the key
 * first, and where it can't, the original is there.
 *
 * <p>Where the money is no longer there (the customer has spent it, the float was used) nothing is moved and nobody is
 * overdrawn: agent and customer were both told of the original, one of them holds the cash, and the operator finds out
 * which ({@link Stuck}).
 *
 * <p>It is the terminal's doing and no person's, so no policy about persons refuses it: what can't be done is stuck, and never
 * just away.
 */
@Singleton
public final class Reverse extends Operation<Reverse.Input, Reverse.Reply> {
    /**
     * @param request the key of the original
     * @param terminal which did it, and now wants it undone
     * @param amount of the original
     */
    @Serdeable
    public record Input(String request, String terminal, Money amount) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    /** @param left in the agent's float */
    @Serdeable
    public record Reversed(String reference, String name, Money amount, Money left) implements Reply {}

    /** The original moved nothing, because it was refused. */
    @Serdeable
    public record NothingDone() implements Reply {}

    @Serdeable
    public record OtherAmount(Money amount) implements Reply {}

    @Serdeable
    public record MoneyGone(String reference, Money amount) implements Reply {}

    @Serdeable
    public record TooLate(String reference) implements Reply {}

    /** The terminal was blocked since, or its agent: who knows in whose hands it is. */
    @Serdeable
    public record StandsBlocked(String reference) implements Reply {}

    private final Terminals terminals;
    private final Deals deals;
    private final WayBack wayBack;
    private final AgentSettings settings;

    Reverse(Terminals terminals, Deals deals, WayBack wayBack, AgentSettings settings) {
        super("agent.reverse", Input.class, Reply.class);
        this.terminals = terminals;
        this.deals = deals;
        this.wayBack = wayBack;
        this.settings = settings;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        if (!(attempt.actor() instanceof Actor.Worker)) {
            throw new IllegalStateException("a terminal alone takes back what it did, unasked by anybody");
        }
        var bound = terminals.find(input.terminal());
        var deal = deals.find(input.request()).filter(found -> found.state().equals(Deal.DONE));
        return bound.isPresent()
                        && deal.isPresent()
                        && deal.get().agent().equals(bound.get().agent().id())
                ? reverse(attempt, bound.get(), deal.get(), input.amount())
                : Decision.answer(new NothingDone());
    }

    private Decision<Reply> reverse(Attempt attempt, Terminals.Bound bound, Deal deal, Money amount) {
        if (!bound.isActive()) {
            return stuck(attempt, deal, Stuck.Why.BLOCKED, new StandsBlocked(deal.reference()));
        }
        if (!deal.amount().equals(amount)) {
            return stuck(attempt, deal, Stuck.Why.OTHER_AMOUNT, new OtherAmount(deal.amount()));
        }
        if (attempt.now().isAfter(deal.made().plus(settings.reversalWithin()))) {
            return stuck(attempt, deal, Stuck.Why.TOO_LATE, new TooLate(deal.reference()));
        }
        return switch (wayBack.find(attempt, bound.agent(), deal)) {
            case WayBack.Blocked blocked ->
                stuck(attempt, deal, Stuck.Why.MONEY_GONE, new MoneyGone(deal.reference(), deal.amount()));
            case WayBack.Open open -> {
                var reply = new Reversed(deal.reference(), open.name(), deal.amount(), open.left());
                yield open.movement() == null
                        ? Decision.propose(reply, open.draft())
                        : Decision.propose(reply, open.draft(), open.movement());
            }
        };
    }

    /** Committed with its key: a repeat hears the same, and it is settled by people alone. */
    private static Decision<Reply> stuck(Attempt attempt, Deal deal, Stuck.Why why, Reply reply) {
        return Decision.propose(
                reply,
                attempt.draft()
                        .write(Stuck.of(deal, why, attempt.now()))
                        .fact("reference", deal.reference())
                        .fact("stuck", why.word()));
    }
}
