package org.homeline.testing;

import io.micronaut.core.beans.BeanIntrospection;
import java.util.Map;
import java.util.UUID;
import org.homeline.operation.Actor;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Teller;
import org.homeline.phone.PhoneNumber;

/** Runs operations by name, as the faces do, with inputs by name. */
public final class Desk {
    private final Teller teller;

    public Desk(TestServer server) {
        this.teller = server.get(Teller.class);
    }

    public Outcome operator(String operation, Map<String, Object> inputs) {
        return perform(
                operation,
                inputs,
                new Actor.Operator("tester"),
                null,
                UUID.randomUUID().toString());
    }

    public Outcome ussd(String phone, String operation, Map<String, Object> inputs, String pin) {
        return perform(
                operation,
                inputs,
                new Actor.Caller(new PhoneNumber(phone), Actor.Channel.USSD),
                pin.isEmpty() ? null : new Pin(pin),
                UUID.randomUUID().toString());
    }

    public Outcome sms(String phone, String operation, Map<String, Object> inputs, String pin) {
        return perform(
                operation,
                inputs,
                new Actor.Caller(new PhoneNumber(phone), Actor.Channel.SMS),
                pin.isEmpty() ? null : new Pin(pin),
                UUID.randomUUID().toString());
    }

    public Outcome perform(
            String operation,
            Map<String, Object> inputs,
            Actor actor,
            @org.jspecify.annotations.Nullable Pin pin,
            String key) {
        var type = teller.find(operation).orElseThrow().inputs();
        var introspection = BeanIntrospection.getIntrospection(type);
        var arguments = java.util.Arrays.stream(introspection.getConstructorArguments())
                .map(argument -> inputs.get(argument.getName()))
                .toArray();
        return teller.perform(operation, introspection.instantiate(false, arguments), actor, key, pin);
    }

    /** A component of an outcome by its name. */
    public static Object part(Outcome outcome, String component) {
        try {
            var accessor = outcome.getClass().getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(outcome);
        } catch (ReflectiveOperationException unknown) {
            throw new LinkageError(outcome + " has no " + component, unknown);
        }
    }
}
