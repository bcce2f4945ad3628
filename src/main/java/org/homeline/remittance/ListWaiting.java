package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.jspecify.annotations.Nullable;

/** What waits for the caller's number; also for one who is not registered yet. */
@Singleton
final class ListWaiting extends Operation<ListWaiting.Input, ListWaiting.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Waiting(List<Entry> items) implements Reply {}

    @Serdeable
    record Entry(String reference, String sender, Money amount) {}

    @Serdeable
    record Nothing() implements Reply {}

    private final Customers customers;
    private final RemittanceRows remittances;

    ListWaiting(Customers customers, RemittanceRows remittances) {
        super("remittance.waiting", Input.class, Reply.class);
        this.customers = customers;
        this.remittances = remittances;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var waiting = remittances.findWaiting(attempt.caller().phone().e164());
        if (waiting.isEmpty()) {
            return Decision.answer(new Nothing());
        }
        var payers =
                customers.all(waiting.stream().map(Remittance::payer).distinct().toList());
        return Decision.answer(new Waiting(waiting.stream()
                .map(one -> new Entry(one.reference(), name(payers.get(one.payer()), one), one.receives()))
                .toList()));
    }

    private static String name(@Nullable Customer payer, Remittance remittance) {
        return payer == null ? remittance.payerPhone() : payer.name();
    }
}
