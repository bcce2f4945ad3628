package org.homeline.conversation;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a record by name, in order, through Micronaut's introspection. */
public final class Components {
    private Components() {}

    /** Those that are there; what is null is left out. */
    public static Map<String, Object> of(Object instance) {
        var values = new LinkedHashMap<String, Object>();
        for (BeanProperty<Object, Object> property : introspect(instance).getBeanProperties()) {
            Object value = property.get(instance);
            if (value != null) {
                values.put(property.getName(), value);
            }
        }
        return values;
    }

    /** The names and types of a record's components. */
    public static List<? extends Argument<?>> in(Class<?> record) {
        return BeanIntrospection.getIntrospection(record).getBeanProperties().stream()
                .map(BeanProperty::asArgument)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static BeanIntrospection<Object> introspect(Object instance) {
        return BeanIntrospection.getIntrospection((Class<Object>) instance.getClass());
    }
}
