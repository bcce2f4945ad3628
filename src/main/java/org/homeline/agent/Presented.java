package org.homeline.agent;

import jakarta.inject.Singleton;
import org.homeline.customer.Codes;
import org.homeline.customer.Customer;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;

/** Looks at the code that a customer presents to an agent. */
@Singleton
final class Presented {
    private final Till till;
    private final CashOutRows cashOuts;
    private final Codes codes;

    Presented(Till till, CashOutRows cashOuts, Codes codes) {
        this.till = till;
        this.cashOuts = cashOuts;
        this.codes = codes;
    }

    /** What a number and a code amount to. */
    sealed interface Found {
        record BadNumber() implements Found {}

        record Yourself() implements Found {}

        /** No code waits for that number, or its time is over. */
        record Gone() implements Found {}

        /** @param guard what must hold for this to be said */
        record Wrong(Guard guard) implements Found {}

        /** @param guard what must hold for this to be said */
        record Right(Customer customer, CashOut cashOut, Guard guard) implements Found {}
    }

    Found find(Agent agent, String number, String code, Attempt attempt) {
        return switch (till.whom(agent, number)) {
            case Till.Whom.BadNumber bad -> new Found.BadNumber();
            case Till.Whom.Yourself yourself -> new Found.Yourself();
            case Till.Whom.Unknown unknown -> new Found.Gone();
            case Till.Whom.Served(Customer customer) ->
                cashOuts.findNewest(customer.id(), CashOut.OPEN)
                        .filter(open -> open.isLive(attempt.now()) && open.code() != null)
                        .map(open -> compare(customer, open, code))
                        .orElseGet(Found.Gone::new);
        };
    }

    private Found compare(Customer customer, CashOut open, String code) {
        boolean right = codes.matches(open.id(), code, java.util.Objects.requireNonNull(open.code()));
        var guard = codes.guess(open.id(), right, open.expires());
        return right ? new Found.Right(customer, open, guard) : new Found.Wrong(guard);
    }
}
