package org.homeline.gateway.web;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.PinLinks;
import org.homeline.customer.Pins;
import org.homeline.customer.SetPinByLink;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.time.Ids;

/** Serves whoever comes with a link. */
@Singleton
final class PinDesk {
    private final PinLinks links;
    private final Customers customers;
    private final Pins pins;
    private final Teller teller;
    private final Texts texts;
    private final PinPage page;
    private final Ids ids;

    PinDesk(PinLinks links, Customers customers, Pins pins, Teller teller, Texts texts, PinPage page, Ids ids) {
        this.links = links;
        this.customers = customers;
        this.pins = pins;
        this.teller = teller;
        this.texts = texts;
        this.page = page;
        this.ids = ids;
    }

    /** Who came, as far as the link says. */
    record Visitor(PinLinks.Found link, Customer customer, boolean hasPin) {}

    /** What a visitor gets to see. */
    record Shown(HttpStatus status, String html) {}

    /** Empty where the token is none, or none any more. */
    Optional<Visitor> visitor(String token) {
        return links.find(token)
                .flatMap(link -> Optional.ofNullable(
                                customers.all(List.of(link.owner())).get(link.owner()))
                        .map(customer -> new Visitor(link, customer, pins.isSet(customer.id()))));
    }

    Shown look(Visitor visitor) {
        if (visitor.link().over()) {
            return over(visitor);
        }
        return visitor.customer().isBlocked()
                ? refused(visitor, new Refused("blocked"))
                : new Shown(HttpStatus.OK, form(visitor, null));
    }

    Shown choose(Visitor visitor, PinForm form) {
        if (visitor.link().over() || !links.countPost(visitor.link())) {
            return over(visitor);
        }
        var pin = form.pin();
        if (pin.isEmpty()
                || form.again().isEmpty()
                || (visitor.hasPin() && form.old().isEmpty())) {
            return again(visitor, "web.shape");
        }
        return form.agrees() ? choose(visitor, pin.get(), form.old()) : again(visitor, "web.differ");
    }

    private Shown choose(Visitor visitor, Pin pin, Optional<Pin> old) {
        var outcome = teller.perform(
                SetPinByLink.NAME,
                new SetPinByLink.Input(visitor.link().hash(), pin),
                new Actor.Caller(visitor.customer().number(), Actor.Channel.WEB),
                // Not the link's: of two who send at once the second would hear that its PIN is set.
                "web:" + ids.next(),
                old.orElse(null));
        return switch (outcome) {
            case SetPinByLink.PinSet set -> says(visitor, HttpStatus.OK, "web.done");
            case SetPinByLink.WeakPin weak -> again(visitor, "web.weak");
            case SetPinByLink.LinkOver over -> over(visitor);
            case Refused refused -> refused(visitor, refused);
            default -> throw new IllegalStateException("no page for " + outcome.getClass());
        };
    }

    /** With the form where another try may help. */
    private Shown refused(Visitor visitor, Refused refused) {
        var text = texts.write(visitor.customer().spoken(), "refused." + refused.reason(), refused.values());
        return switch (refused.reason()) {
            case "pin-wrong", Refused.PIN_NEEDED, Refused.BUSY -> new Shown(HttpStatus.OK, form(visitor, text));
            default -> new Shown(HttpStatus.OK, page.says(visitor.customer().spoken(), text));
        };
    }

    private Shown over(Visitor visitor) {
        return says(visitor, HttpStatus.GONE, "web.over");
    }

    private Shown again(Visitor visitor, String problem) {
        return new Shown(
                HttpStatus.OK, form(visitor, page.say(visitor.customer().spoken(), problem)));
    }

    private Shown says(Visitor visitor, HttpStatus status, String text) {
        var language = visitor.customer().spoken();
        return new Shown(status, page.says(language, page.say(language, text)));
    }

    private String form(Visitor visitor, @org.jspecify.annotations.Nullable String problem) {
        var customer = visitor.customer();
        return page.form(customer.spoken(), customer.name(), visitor.hasPin(), problem);
    }
}
