package org.homeline.conversation;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Map;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Operation;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Fills an operation's input record from what was typed and told. */
public final class Inputs {
    private Inputs() {}

    /** The components that the operation's input has. */
    public static List<Argument<?>> of(Operation<?, ?> operation) {
        return List.of(BeanIntrospection.getIntrospection(operation.inputs()).getConstructorArguments());
    }

    /** @param given by the component's name; of a type that {@link #fits} it */
    public static Record fill(Operation<?, ?> operation, Map<String, ?> given) {
        var components = of(operation);
        var values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            var value = given.get(components.get(i).getName());
            values[i] = value == null ? null : convert(value, boxed(components.get(i)));
        }
        return BeanIntrospection.getIntrospection(operation.inputs()).instantiate(false, values);
    }

    /** Whether a value of the type can become that component. */
    public static boolean fits(Class<?> type, Argument<?> component) {
        var wanted = boxed(component);
        return wanted.isAssignableFrom(type)
                || (wanted == String.class && (type == PhoneNumber.class || type == WrittenAmount.class))
                || (wanted == WrittenAmount.class && (type == Money.class || type == String.class))
                || (wanted == Language.class && type == String.class)
                || (wanted == Long.class && type == String.class);
    }

    static Class<?> boxed(Argument<?> component) {
        return ReflectionUtils.getWrapperType(component.getType());
    }

    private static Object convert(Object value, Class<?> wanted) {
        if (wanted.isInstance(value)) {
            return value;
        }
        return switch (value) {
            case PhoneNumber number when wanted == String.class -> number.e164();
            case WrittenAmount amount when wanted == String.class -> amount.text();
            case Money money
            when wanted == WrittenAmount.class ->
                new WrittenAmount(
                        money.currency().getCode() + " " + money.major().toPlainString());
            case String text when wanted == WrittenAmount.class -> new WrittenAmount(text);
            case String text when wanted == Language.class -> new Language(text);
            case String text when wanted == Long.class -> Long.valueOf(text);
            default -> throw new IllegalArgumentException("a " + value.getClass() + " is no " + wanted);
        };
    }
}
