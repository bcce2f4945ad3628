package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** Chooses a PIN on the page that a link leads to. Where there is one already, it has to be shown. */
@Singleton
public final class SetPinByLink extends Operation<SetPinByLink.Input, SetPinByLink.Reply> {
    public static final String NAME = "customer.setPinByLink";

    /** @param link as {@link PinLinks.Found} speaks of it */
    @Serdeable
    public record Input(String link, Pin pin) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    @Serdeable
    public record PinSet() implements Reply {}

    @Serdeable
    public record WeakPin() implements Reply {}

    /** It was used or its time is over. */
    @Serdeable
    public record LinkOver() implements Reply {}

    private final Customers customers;
    private final Pins pins;
    private final PinLinks links;

    SetPinByLink(Customers customers, Pins pins, PinLinks links) {
        super(NAME, Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
        this.links = links;
    }

    @Override
    public Consent consent(Actor actor) {
        return customers
                        .calling(actor)
                        .filter(customer -> pins.isSet(customer.id()))
                        .isPresent()
                ? Consent.PIN
                : Consent.PHONE;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var customer = customers.calling(attempt);
        var link = customer.flatMap(one -> links.live(input.link(), one.id()));
        if (customer.isEmpty() || link.isEmpty()) {
            return Decision.answer(new LinkOver());
        }
        var owner = customer.get();
        if (Pins.isWeak(input.pin(), owner.number())) {
            return Decision.answer(new WeakPin());
        }
        // Without a PIN to show, none may have come meanwhile either.
        boolean first = attempt.pin() == null;
        if (first && pins.isSet(owner.id())) {
            return Decision.answer(new LinkOver());
        }
        return Decision.propose(
                new PinSet(),
                attempt.draft()
                        .write(pins.set(owner.id(), input.pin()))
                        .write(link.get())
                        .tell(
                                owner.number(),
                                owner.spoken(),
                                first ? "customer.pin-set" : "customer.pin-changed",
                                Map.of()));
    }
}
