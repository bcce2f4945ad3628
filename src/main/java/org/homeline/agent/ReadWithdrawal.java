package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/**
 * Reads how much cash a customer wants, so that the screen that asks for the PIN shows the money that it means. No PIN was
 * shown yet, so it tells nothing of what the wallet has, not even whether it is enough: tries would find it out.
 */
@Singleton
final class ReadWithdrawal extends Operation<ReadWithdrawal.Input, ReadWithdrawal.Reply> {
    @Serdeable
    record Input(WrittenAmount amount) {}

    /** What it can mean. */
    sealed interface Reply extends Outcome
            permits ReadWithdrawal.Cash,
                    ReadWithdrawal.NotRegistered,
                    Unserved.BadAmount,
                    Unreadable.AmbiguousAmount,
                    Unreadable.TooLittle {}

    /** @param again whether a code waits, whose place the new one will take */
    @Serdeable
    record Cash(Money amount, boolean again) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final CashOutRows cashOuts;
    private final Till till;

    ReadWithdrawal(Customers customers, CashOutRows cashOuts, Till till) {
        super("agent.readWithdrawal", Input.class, Reply.class);
        this.customers = customers;
        this.cashOuts = cashOuts;
        this.till = till;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .map(customer -> read(attempt, customer, input.amount()))
                .orElseGet(NotRegistered::new));
    }

    private Reply read(Attempt attempt, Customer customer, WrittenAmount written) {
        return switch (till.cash(written, customers.currency(customer))) {
            case Till.Cash(Money amount) -> new Cash(amount, waits(attempt, customer));
            case Unserved.BadAmount bad -> bad;
            case Unreadable.AmbiguousAmount ambiguous -> ambiguous;
            case Unreadable.TooLittle little -> little;
        };
    }

    private boolean waits(Attempt attempt, Customer customer) {
        return cashOuts.findNewest(customer.id(), CashOut.OPEN)
                .filter(open -> open.isLive(attempt.now()))
                .isPresent();
    }
}
