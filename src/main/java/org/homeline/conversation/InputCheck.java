package org.homeline.conversation;

import io.micronaut.core.type.Argument;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeline.configuration.Problems;
import org.homeline.conversation.Screen.Given;
import org.homeline.operation.Operation;
import org.homeline.operation.Pin;

/** Holds what a screen gives an operation against what that takes: every input is filled, and by what fits. */
final class InputCheck {
    private final Problems problems;

    InputCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Screen.Run run, Operation<?, ?> operation, Known known) {
        var components = Inputs.of(operation);
        var names = components.stream().map(Argument::getName).collect(Collectors.toSet());
        run.with().forEach((name, given) -> {
            if (!names.contains(name)) {
                problems.add(run.source()
                        .problem("%s takes no '%s': it takes %s"
                                .formatted(run.operation(), name, new TreeSet<>(names))));
            }
        });
        for (var component : components) {
            component(run, component, known);
        }
    }

    private void component(Screen.Run run, Argument<?> component, Known known) {
        var newPin = run.newPin();
        if (newPin != null && newPin.component().equals(component.getName())) {
            if (component.getType() != Pin.class) {
                problems.add(run.source().problem("'" + component.getName() + "' is no PIN"));
            }
            return;
        }
        switch (run.with().get(component.getName())) {
            case null -> {
                if (!component.isNullable()) {
                    problems.add(run.source()
                            .problem("%s needs '%s': say under 'with' what fills it"
                                    .formatted(run.operation(), component.getName())));
                }
            }
            case Given.Constant constant -> {
                if (!Inputs.fits(String.class, component)) {
                    problems.add(run.source().problem("'" + component.getName() + "' can't be a constant"));
                }
            }
            case Given.Slot slot -> {
                var types = known.inputTypes(slot.name());
                if (types.isEmpty()) {
                    problems.add(slot.source()
                            .problem("'%s' is not known here; known are %s"
                                    .formatted(slot.name(), new TreeSet<>(known.names()))));
                } else if (!types.stream().allMatch(type -> Inputs.fits(type, component))) {
                    problems.add(slot.source()
                            .problem("'%s' may be a %s, which can't fill '%s', a %s"
                                    .formatted(
                                            slot.name(),
                                            simple(types),
                                            component.getName(),
                                            simple(Set.of(component.getType())))));
                }
            }
        }
    }

    private static Set<String> simple(Set<? extends Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }
}
