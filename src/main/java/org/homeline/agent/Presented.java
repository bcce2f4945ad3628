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
    sealed interface Found permits Unserved.BadNumber, Unserved.Yourself, Unserved.CodeExpired, Wrong, Right {}

    /** @param guard what must hold for this to be said */
    record Wrong(Guard guard) implements Found {}

    /** @param guard what must hold for this to be said */
    record Right(Customer customer, CashOut cashOut, Guard guard) implements Found {}

    Found find(Agent agent, String number, String code, Attempt attempt) {
        return switch (till.whom(attempt, agent, number)) {
            case Unserved.BadNumber bad -> bad;
            case Unserved.Yourself yourself -> yourself;
            case Unserved.UnknownCustomer unknown -> new Unserved.CodeExpired();
            case Till.Served(Customer customer) ->
                cashOuts.findNewest(customer.id(), CashOut.OPEN)
                        .filter(open -> open.isLive(attempt.now()) && open.code() != null)
                        .<Found>map(open -> compare(customer, open, code))
                        .orElseGet(Unserved.CodeExpired::new);
        };
    }

    private Found compare(Customer customer, CashOut open, String code) {
        boolean right = codes.matches(open.id(), code, java.util.Objects.requireNonNull(open.code()));
        var guard = codes.guess(open.id(), right, open.expires());
        return right ? new Right(customer, open, guard) : new Wrong(guard);
    }
}
