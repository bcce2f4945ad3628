package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.ledger.Balances;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: the balance of every kind of account in every currency. */
@Singleton
final class ShowTreasury extends Operation<ShowTreasury.Input, ShowTreasury.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Shown(List<Entry> items) implements Reply, Success {}

    /** @param balance credits less debits, posted */
    @Serdeable
    record Entry(String account, String side, Money balance, Money held) {}

    private final Balances balances;

    ShowTreasury(Balances balances) {
        super("treasury.show", Input.class, Reply.class);
        this.balances = balances;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(new Shown(balances.byKind().stream()
                .map(one -> new Entry(one.code().label(), one.side(), one.balance(), one.held()))
                .toList()));
    }
}
