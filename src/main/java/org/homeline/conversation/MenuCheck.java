package org.homeline.conversation;

import io.micronaut.core.type.Argument;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.conversation.Screen.Branch;
import org.homeline.conversation.Screen.Target;
import org.homeline.language.Texts;
import org.homeline.operation.Operation;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;

/**
 * Holds the menus against the operations and the texts, as a whole: every operation exists, each of its outcomes has its
 * branch and no other has, inputs are filled from what is known by then, every screen is reached, and every text exists,
 * has its values and fits.
 */
@Singleton
public final class MenuCheck {
    private final Menus menus;
    private final Function<String, Optional<Operation<?, ?>>> operations;
    private final Set<String> reasons;
    private final MenuWalk walk;
    private final Problems problems = new Problems();
    private final ScreenCheck screens;
    private final InputCheck inputs;
    private final Texts texts;

    @Inject
    public MenuCheck(Menus menus, Texts texts, Teller teller) {
        this(menus, texts, teller::find, teller.policies());
    }

    MenuCheck(Menus menus, Texts texts, Function<String, Optional<Operation<?, ?>>> operations, List<Policy> policies) {
        this.menus = menus;
        this.texts = texts;
        this.operations = operations;
        this.reasons = reasons(policies);
        this.walk = new MenuWalk(menus, operations);
        this.screens = new ScreenCheck(menus, texts, problems);
        this.inputs = new InputCheck(problems);
    }

    /** The reasons for which the Teller refuses, its own and those of the policies. */
    public static Set<String> reasons(List<Policy> policies) {
        var all = new TreeSet<>(Set.of(Refused.PIN_NEEDED, Refused.BUSY, Refused.KEY_REUSED));
        policies.forEach(policy -> all.addAll(policy.reasons()));
        return all;
    }

    /** Everything that is wrong; empty where nothing is. */
    public synchronized List<Problem> problems() {
        if (problems.found().isEmpty()) {
            check();
        }
        return problems.found();
    }

    private void check() {
        target(menus.start());
        var reached = walk.walk();
        for (var screen : menus.screens().values()) {
            var known = reached.get(screen.name());
            if (known == null) {
                problems.add(screen.source().problem("is reached from no other screen: lead to it or take it out"));
            }
            switch (screen) {
                case Screen.Menu menu -> menu.choices().forEach(choice -> target(choice.to()));
                case Screen.Question question -> target(question.to());
                case Screen.Listing list -> Optional.ofNullable(list.to()).ifPresent(this::target);
                case Screen.Run run -> branches(run);
            }
            if (known != null) {
                shown(screen, known);
            }
        }
        menus.refused().forEach(this::refusal);
        reasons.forEach(this::reason);
        ring();
    }

    private void branches(Screen.Run run) {
        run.refused().forEach(this::refusal);
        run.on().values().forEach(this::leadsOn);
        var operation = operations.apply(run.operation());
        if (operation.isEmpty()) {
            problems.add(run.source().problem("no operation is called '" + run.operation() + "'"));
            return;
        }
        var outcomes = Arrays.stream(operation.get().outcomes().getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, outcome -> outcome));
        outcomes.forEach((name, outcome) -> {
            if (!run.on().containsKey(name)) {
                problems.add(run.source()
                        .problem("%s may answer %s: add a branch for it under 'on'".formatted(run.operation(), name)));
            }
        });
        run.on().forEach((name, branch) -> {
            var outcome = outcomes.get(name);
            if (outcome == null) {
                problems.add(source(branch)
                        .problem("%s never answers %s: it answers %s"
                                .formatted(run.operation(), name, new TreeSet<>(outcomes.keySet()))));
            } else if (branch instanceof Branch.Go go
                    && menus.screens().get(go.to().screen()) instanceof Screen.Listing list
                    && Components.in(outcome).stream().noneMatch(component -> isRows(component, list))) {
                problems.add(go.to().source().problem("%s has no list '%s' to show".formatted(name, list.component())));
            }
        });
    }

    private void shown(Screen screen, Known known) {
        switch (screen) {
            case Screen.Menu menu -> asked(menu, known, Engine.INVALID_CHOICE);
            case Screen.Question question ->
                asked(question, known, question.as().reason());
            case Screen.Listing list -> {
                var row = walk.row(list);
                if (screens.usable(list.source(), known, ScreenCheck.keys(list))
                        && screens.usable(list.source(), row, List.of(list.row()))) {
                    screens.list(list, known, row);
                }
            }
            case Screen.Run run -> {
                asked(run, known, run.newPin() == null ? Engine.INVALID_PIN : Engine.PINS_DIFFER);
                operations.apply(run.operation()).ifPresent(operation -> {
                    inputs.check(run, operation, known);
                    judge(run);
                    said(run, operation, known);
                });
                reasons.forEach(reason -> again(run, reason, known));
            }
        }
    }

    private void asked(Screen screen, Known known, String invalid) {
        if (screens.usable(screen.source(), known, ScreenCheck.keys(screen))) {
            screens.screen(screen, known);
            if (texts.has(invalid)) {
                screens.notice(invalid, screen, known);
            } else {
                problems.add(screen.source().problem("there is no text '" + invalid + "'"));
            }
        }
    }

    /** Who is asked about a new PIN takes that alone, and lets one outcome through. */
    private void judge(Screen.Run run) {
        var newPin = run.newPin();
        var name = newPin == null ? null : newPin.judge();
        if (name == null) {
            return;
        }
        var operation = operations.apply(name);
        if (operation.isEmpty()) {
            problems.add(run.source().problem("no operation is called '" + name + "'"));
            return;
        }
        var takes = Inputs.of(operation.get()).stream().map(Argument::getName).toList();
        if (!takes.equals(List.of(Screen.NewPin.JUDGED))) {
            problems.add(run.source().problem(name + " can't judge a PIN: it takes " + takes));
        }
        long through = Arrays.stream(operation.get().outcomes().getPermittedSubclasses())
                .filter(outcome -> !run.on().containsKey(outcome.getSimpleName()))
                .count();
        if (through != 1) {
            problems.add(run.source()
                    .problem("all outcomes of %s but the one that lets a PIN through need a branch".formatted(name)));
        }
    }

    /** What is said of each outcome, alone or above the next screen. */
    private void said(Screen.Run run, Operation<?, ?> operation, Known known) {
        for (var outcome : operation.outcomes().getPermittedSubclasses()) {
            var after = known.tell(Components.in(outcome));
            switch (run.on().get(outcome.getSimpleName())) {
                case Branch.End end -> {
                    if (screens.usable(end.source(), after, List.of(end.text()))) {
                        screens.alone(end.text(), after);
                    }
                }
                case Branch.Go go -> above(go, after);
                case Branch.Again again -> {}
                case null -> {}
            }
        }
    }

    /** A refusal that asks for the PIN again stands above the question. */
    private void again(Screen.Run run, String reason, Known known) {
        if (menus.refusal(run, reason) instanceof Branch.Again again
                && texts.has(again.say())
                && screens.usable(run.source(), known, ScreenCheck.keys(run))) {
            screens.notice(again.say(), run, known.pick(Samples.ofRefusal(texts, again.say())));
        }
    }

    private void reason(String reason) {
        var key = "refused." + reason;
        if (texts.has(key)) {
            screens.alone(key, Samples.ofRefusal(texts, key));
        } else {
            problems.add(menus.start().source().problem("a refusal for '" + reason + "' has no text '" + key + "'"));
        }
    }

    private void above(Branch.Go go, Known after) {
        var say = go.say();
        var screen = menus.screens().get(go.to().screen());
        if (say == null || !screens.usable(go.to().source(), after, List.of(say)) || screen == null) {
            return;
        }
        if (screen instanceof Screen.Run next && !next.asks()) {
            problems.add(go.to().source().problem("'" + say + "' can't be said above a screen that shows nothing"));
        } else if (!(screen instanceof Screen.Listing)
                && screens.usable(screen.source(), after, ScreenCheck.keys(screen))) {
            screens.notice(say, screen, after);
        }
    }

    private void refusal(String reason, Branch branch) {
        if (!reasons.contains(reason)) {
            problems.add(source(branch).problem("nothing is refused for '" + reason + "': reasons are " + reasons));
        }
        leadsOn(branch);
    }

    private void leadsOn(Branch branch) {
        if (branch instanceof Branch.Go go) {
            target(go.to());
        }
    }

    private void target(Target target) {
        if (!target.screen().equals(Target.HOME) && !menus.screens().containsKey(target.screen())) {
            problems.add(target.source().problem("no screen is called '" + target.screen() + "'"));
        }
    }

    /** Operations that follow each other without a screen between them must come to an end. */
    private void ring() {
        for (var screen : menus.screens().values()) {
            var seen = new HashSet<String>();
            if (screen instanceof Screen.Run run && !run.asks() && returns(run, run.name(), seen)) {
                problems.add(run.source().problem("leads back to itself without showing anything"));
            }
        }
    }

    private boolean returns(Screen.Run run, String to, Set<String> seen) {
        return run.on().values().stream()
                .filter(Branch.Go.class::isInstance)
                .map(branch -> ((Branch.Go) branch).to().screen())
                .anyMatch(next -> menus.screens().get(next) instanceof Screen.Run following
                        && !following.asks()
                        && (next.equals(to) || (seen.add(next) && returns(following, to, seen))));
    }

    private static boolean isRows(Argument<?> component, Screen.Listing list) {
        return component.getName().equals(list.component()) && List.class.isAssignableFrom(component.getType());
    }

    private static Node source(Branch branch) {
        return switch (branch) {
            case Branch.End end -> end.source();
            case Branch.Go go -> go.to().source();
            case Branch.Again again -> again.source();
        };
    }
}
