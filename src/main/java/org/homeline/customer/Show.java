package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** For the operator: who a number is. */
@Singleton
final class Show extends Operation<Show.Input, Show.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Show.Shown, UnknownCustomer {}

    /**
     * @param held reserved for a cash-out that was not collected yet, or on its way to a bank; not in {@code available}
     * @param wrongPins tries since the last right one
     * @param lockedUntil when a locked PIN frees itself
     * @param heldUntil until when no value may leave, after a reset of the PIN
     */
    @Serdeable
    record Shown(
            PhoneNumber phone,
            String name,
            String language,
            String country,
            String tier,
            String status,
            Instant since,
            Money available,
            Money held,
            boolean pinSet,
            int wrongPins,
            @Nullable Instant lockedSince,
            @Nullable Instant lockedUntil,
            @Nullable Instant heldUntil)
            implements Reply, Success {}

    private final Customers customers;
    private final Pins pins;
    private final PinHolds holds;
    private final PinSettings settings;
    private final List<OnItsWay> onItsWay;

    Show(Customers customers, Pins pins, PinHolds holds, Tiers tiers, List<OnItsWay> onItsWay) {
        super("customer.show", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
        this.holds = holds;
        this.settings = tiers.pin();
        this.onItsWay = onItsWay;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> Decision.answer(shown(customer, attempt.now())));
    }

    private Shown shown(Customer customer, Instant now) {
        var pin = pins.standing(customer.id());
        var locked = pin.map(Pins.Standing::lockedAt);
        return new Shown(
                customer.number(),
                customer.name(),
                customer.language(),
                customer.country(),
                customer.tier(),
                customer.status(),
                customer.since(),
                customers.available(customer),
                held(customer),
                pin.isPresent(),
                pin.map(Pins.Standing::wrong).orElse(0),
                locked.orElse(null),
                locked.map(since -> since.plus(settings.unlockAfter())).orElse(null),
                holds.find(customer.id(), now).orElse(null));
    }

    private Money held(Customer customer) {
        var reserved = customers.held(customer);
        long away = onItsWay.stream()
                .mapToLong(one -> one.minor(customer, reserved.currency()))
                .sum();
        return reserved.plus(new Money(away, reserved.currency()));
    }
}
