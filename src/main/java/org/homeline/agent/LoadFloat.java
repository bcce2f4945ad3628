package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: an agent paid into the safeguarding account, so the float grows by as much. */
@Singleton
final class LoadFloat extends Operation<LoadFloat.Input, LoadFloat.Reply> {
    /**
     * @param phone in E.164
     * @param amount in plain digits
     * @param reason what shows that the money came: a bank's reference
     */
    @Serdeable
    record Input(String phone, WrittenAmount amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits LoadFloat.Loaded, LoadFloat.BadAmount, UnknownAgent {}

    @Serdeable
    record Loaded(String name, Money amount, Money left) implements Reply, Success {}

    @Serdeable
    record BadAmount(String currency) implements Reply {}

    private final Agents agents;

    LoadFloat(Agents agents) {
        super("agent.loadFloat", Input.class, Reply.class);
        this.agents = agents;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(attempt, input.phone(), new UnknownAgent(), agent -> load(input, attempt, agent));
    }

    private Decision<Reply> load(Input input, Attempt attempt, Agent agent) {
        var currency = agents.currency(agent);
        return input.amount()
                .plain(currency)
                .filter(Money::isPositive)
                .map(amount -> load(input, attempt, agent, amount))
                .orElseGet(() -> Decision.answer(new BadAmount(currency.getCode())));
    }

    private Decision<Reply> load(Input input, Attempt attempt, Agent agent, Money amount) {
        var currency = amount.currency();
        var after = agents.inFloat(agent).plus(amount);
        var draft = attempt.draft()
                .move(
                        Account.ofOperator(AccountCode.SAFEGUARDING, currency),
                        agent.floatIn(currency),
                        amount,
                        TransferCode.FLOAT)
                .fact("agent", agent.id())
                .fact("reason", input.reason())
                .tell(agent.number(), agent.spoken(), "agent.float-loaded", Map.of("amount", amount, "float", after));
        return Decision.propose(new Loaded(agent.name(), amount, after), draft);
    }
}
