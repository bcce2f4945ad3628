package org.homeline.settlement;

import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** The plainest product: money between a bank account and what is owed to the state. A bean where {@link #PROPERTY} is set. */
@Singleton
@Requires(property = GiveOrder.PROPERTY)
final class GiveOrder extends Operation<GiveOrder.Input, GiveOrder.Reply> {
    static final String PROPERTY = "test.orders";
    static final String NAME = "test.give";

    @Serdeable
    record Input(String partner, String kind, long minor, UUID subject) {}

    sealed interface Reply extends Outcome {}

    @Serdeable
    record Given() implements Reply {}

    @Serdeable
    record OverCap() implements Reply {}

    private final Partners partners;
    private final Instructions instructions;

    GiveOrder(Partners partners, Instructions instructions) {
        super(NAME, Input.class, Reply.class);
        this.partners = partners;
        this.instructions = instructions;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var partner = partners.of(input.partner());
        var currency = partner.currencies().keySet().iterator().next();
        var draft = attempt.draft();
        instructions.give(
                attempt,
                draft,
                new Instructions.Order(
                        partner,
                        Partner.Kind.valueOf(input.kind().toUpperCase(java.util.Locale.ROOT)),
                        new Details(
                                input.partner().equals(BankWorld.US) ? BankWorld.US_ACCOUNT : BankWorld.KE_ACCOUNT,
                                "HOMELINE TEST"),
                        new Money(input.minor(), currency),
                        Account.ofOperator(AccountCode.TAXES, currency),
                        Endings.NAME,
                        input.subject()),
                new OverCap(),
                Map.of());
        return Decision.propose(new Given(), draft);
    }
}
