package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: an agent was paid out of the safeguarding account, so the float shrinks by as much. */
@Singleton
final class TakeFloat extends Operation<TakeFloat.Input, TakeFloat.Reply> {
    /**
     * @param phone in E.164
     * @param amount in plain digits
     * @param reason why, and what shows that the money went: a bank's reference
     */
    @Serdeable
    record Input(String phone, WrittenAmount amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits TakeFloat.Taken, TakeFloat.BadAmount, TakeFloat.NotEnoughFloat, UnknownAgent {}

    @Serdeable
    record Taken(String name, Money amount, Money left) implements Reply, Success {}

    @Serdeable
    record BadAmount(String currency) implements Reply {}

    /** The float is never below zero. */
    @Serdeable
    record NotEnoughFloat(Money left) implements Reply {}

    private final Agents agents;

    TakeFloat(Agents agents) {
        super("agent.takeFloat", Input.class, Reply.class);
        this.agents = agents;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(attempt, input.phone(), new UnknownAgent(), agent -> take(input, attempt, agent));
    }

    private Decision<Reply> take(Input input, Attempt attempt, Agent agent) {
        var currency = agents.currency(agent);
        return input.amount()
                .plain(currency)
                .filter(Money::isPositive)
                .map(amount -> take(input, attempt, agent, amount))
                .orElseGet(() -> Decision.answer(new BadAmount(currency.getCode())));
    }

    private Decision<Reply> take(Input input, Attempt attempt, Agent agent, Money amount) {
        var currency = amount.currency();
        var before = agents.inFloat(agent);
        if (before.compareTo(amount) < 0) {
            return Decision.answer(new NotEnoughFloat(before));
        }
        var after = before.minus(amount);
        var draft = attempt.draft()
                .move(
                        agent.floatIn(currency),
                        Account.ofOperator(AccountCode.SAFEGUARDING, currency),
                        amount,
                        TransferCode.FLOAT,
                        Map.of(Refusal.EXCEEDS_CREDITS, new NotEnoughFloat(before)))
                .fact("agent", agent.id())
                .fact("reason", input.reason())
                .tell(agent.number(), agent.spoken(), "agent.float-taken", Map.of("amount", amount, "float", after));
        return Decision.propose(new Taken(agent.name(), amount, after), draft);
    }
}
