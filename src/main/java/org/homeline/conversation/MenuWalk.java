package org.homeline.conversation;

import io.micronaut.core.type.Argument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.homeline.conversation.Screen.Branch;
import org.homeline.conversation.Screen.Target;
import org.homeline.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the menus on every way there is, from the first screen, and finds what is surely known at each screen that
 * is reached. The ways back and home add nothing: whoever takes them knows at least what was known there before.
 */
final class MenuWalk {
    private final Menus menus;
    private final Function<String, Optional<Operation<?, ?>>> operations;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, Known> rows = new HashMap<>();
    private final Deque<String> queue = new ArrayDeque<>();

    MenuWalk(Menus menus, Function<String, Optional<Operation<?, ?>>> operations) {
        this.menus = menus;
        this.operations = operations;
    }

    /** What is known at each screen that is reached. */
    Map<String, Known> walk() {
        reach(menus.start(), Known.NOTHING);
        while (!queue.isEmpty()) {
            var name = queue.remove();
            var here = known.getOrDefault(name, Known.NOTHING);
            switch (menus.screen(name)) {
                case Screen.Menu menu -> menu.choices().forEach(choice -> reach(choice.to(), here));
                case Screen.Question question ->
                    reach(
                            question.to(),
                            here.type(question.slot(), question.as().type()));
                case Screen.Listing list -> {
                    var to = list.to();
                    if (to != null) {
                        reach(to, here.pick(row(list)));
                    }
                }
                case Screen.Run run ->
                    operations.apply(run.operation()).ifPresent(operation -> run(run, operation, here));
            }
        }
        return known;
    }

    /** What a row of a list that was reached tells. */
    Known row(Screen.Listing list) {
        return rows.getOrDefault(list.name(), Known.NOTHING);
    }

    private void run(Screen.Run run, Operation<?, ?> operation, Known here) {
        for (var outcome : operation.outcomes().getPermittedSubclasses()) {
            if (run.on().get(outcome.getSimpleName()) instanceof Branch.Go go) {
                var components = Components.in(outcome);
                if (menus.screens().get(go.to().screen()) instanceof Screen.Listing list) {
                    rows(list, components);
                }
                reach(go.to(), here.tell(components));
            }
        }
        run.refused().values().forEach(branch -> refused(branch, here));
        menus.refused().values().forEach(branch -> refused(branch, here));
    }

    private void refused(Branch branch, Known here) {
        if (branch instanceof Branch.Go go) {
            reach(go.to(), here);
        }
    }

    private void rows(Screen.Listing list, List<? extends Argument<?>> components) {
        for (var component : components) {
            if (component.getName().equals(list.component()) && component.getTypeParameters().length == 1) {
                var row = Known.NOTHING.tell(Components.in(component.getTypeParameters()[0].getType()));
                rows.merge(list.name(), row, Known::and);
            }
        }
    }

    private void reach(Target target, Known there) {
        if (!menus.screens().containsKey(target.screen())) {
            return;
        }
        @Nullable Known before = known.get(target.screen());
        var now = before == null ? there : before.and(there);
        if (!now.equals(before)) {
            known.put(target.screen(), now);
            queue.add(target.screen());
        }
    }
}
