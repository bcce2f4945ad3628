package org.homeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeline.agent.AgentSettings;
import org.homeline.compliance.VelocitySettings;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problems;
import org.homeline.conversation.Menus;
import org.homeline.conversation.command.Commands;
import org.homeline.customer.Countries;
import org.homeline.customer.Tiers;
import org.homeline.fx.Rates;
import org.homeline.gateway.sms.SmsSettings;
import org.homeline.iso8583.Dialects;
import org.homeline.language.Texts;
import org.homeline.ledger.ChartOfAccounts;
import org.homeline.remittance.Corridors;
import org.homeline.settlement.MissingKeys;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.TreasurySettings;
import org.homeline.terminal.TerminalHost;
import org.homeline.terminal.TerminalSettings;
import org.homeline.time.StoryClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Reads the whole configuration as it stands, and the environment, as a start does: first part by part, so that a mistake in
 * one hides none in the next, then all of it together, on a data folder of its own.
 */
@Command(
        name = "check",
        description =
                "read the whole configuration as a start does: a line a part, or what is wrong with file and line",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Place place = new Place();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        place.requireConfig();
        var problems = parts(new ConfigurationFolder(place.config()));
        if (!problems.found().isEmpty()) {
            skipped("together");
        }
        problems.raise();
        try (var temporary = new TemporaryPlace(place.config());
                var application = Application.start(temporary.folder(), temporary.place(), Map.of())) {
            application.check();
            application.get(TerminalHost.class).check();
            say("together", "menus, commands and texts fit each other and the operations; so does the environment");
            return keys(application.get(Partners.class)) ? 0 : 1;
        }
    }

    private Problems parts(ConfigurationFolder folder) {
        var problems = new Problems();
        var texts = part(
                problems,
                "texts",
                () -> Texts.read(folder),
                read -> "%d in each of %d languages"
                        .formatted(read.keys().size(), read.languages().size()));
        var countries = texts == null
                ? null
                : part(
                        problems,
                        "countries",
                        () -> Countries.read(folder, texts),
                        read -> Integer.toString(read.codes().size()));
        var rates = part(
                problems,
                "rates",
                () -> new Rates(folder, StoryClock.running(), new SimpleMeterRegistry()),
                read -> read.states().toString());
        if (texts == null) {
            skipped("countries");
        }
        if (countries == null) {
            skipped("tiers");
            skipped("agents' terms");
        } else {
            part(
                    problems,
                    "tiers",
                    () -> Tiers.read(folder, countries),
                    read -> read.names().toString());
            part(
                    problems,
                    "agents' terms",
                    () -> AgentSettings.read(folder, countries),
                    read -> read.terms().size() + " currencies");
        }
        if (countries == null || rates == null) {
            skipped("corridors");
        } else {
            part(
                    problems,
                    "corridors",
                    () -> Corridors.read(folder, countries, rates),
                    read -> Integer.toString(read.size()));
        }
        part(problems, "velocity", () -> VelocitySettings.read(folder), read -> read.customer() + " an hour");
        part(problems, "accounts", () -> ChartOfAccounts.read(folder), read -> read.size() + " kinds");
        part(
                problems,
                "treasury",
                () -> TreasurySettings.read(folder),
                read -> read.opening().size() + " currencies at the opening");
        part(
                problems,
                "text messages",
                () -> SmsSettings.read(folder),
                read -> read.mostPerHour() + " of a number answered in an hour");
        iso8583(problems, folder, countries);
        part(problems, "menus", () -> Menus.read(folder), read -> read.size() + " screens");
        part(problems, "commands", () -> Commands.read(folder), read -> read.size() + " verbs");
        return problems;
    }

    private void iso8583(Problems problems, ConfigurationFolder folder, @Nullable Countries countries) {
        var dialects = part(problems, "ISO 8583", () -> Dialects.read(folder), read -> String.join(", ", read.names()));
        if (dialects == null || countries == null) {
            skipped("partners");
        } else {
            part(
                    problems,
                    "partners",
                    () -> Partners.read(folder, dialects, countries, partner -> Optional.empty()),
                    read -> read.all().stream().map(Partner::id).collect(Collectors.joining(", ")));
        }
        if (dialects == null) {
            skipped("terminals");
        } else {
            part(
                    problems,
                    "terminals",
                    () -> TerminalSettings.read(folder, dialects),
                    read -> read.listen()
                            .map(listen -> "listened to at port " + listen.port())
                            .orElse("off"));
        }
    }

    /**
     * Those that partners' files name. Whether they are there only a server can tell that runs on the data folder.
     *
     * @return whether none is known to be missing
     */
    private boolean keys(Partners partners) {
        var needed = partners.all().stream()
                .flatMap(partner -> MissingKeys.needed(partner).stream())
                .toList();
        if (needed.isEmpty()) {
            return true;
        }
        if (ServerFile.read(place.data()).isEmpty()) {
            var names = needed.stream().map(MissingKeys.Needed::key).collect(Collectors.joining(", "));
            say("keys", "partners' files name " + names + ": ./homeline key list has those that were imported");
            return true;
        }
        var items = OutcomePrinter.field(
                OperatorLine.ask(place, "key.list", Map.of()).values(), "items");
        var there = items.isNull()
                ? Set.<String>of()
                : StreamSupport.stream(items.values().spliterator(), false)
                        .map(key -> OutcomePrinter.text(key, "name"))
                        .collect(Collectors.toSet());
        var missing = needed.stream().filter(one -> !there.contains(one.key())).toList();
        missing.forEach(one -> say("keys", one.mend()));
        if (missing.isEmpty()) {
            say("keys", "all " + needed.size() + " that partners' files name are there");
        }
        return missing.isEmpty();
    }

    private <T> @Nullable T part(Problems problems, String name, Supplier<T> reading, Function<T, String> count) {
        T read = problems.attempt(reading);
        say(name, read == null ? "wrong, see below" : count.apply(read));
        return read;
    }

    /** For what rests on a part that is wrong; there may be more to mend in it. */
    private void skipped(String name) {
        say(name, "not looked at, because of what is wrong above");
    }

    private void say(String name, String what) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-14s %s%n", name, what);
        out.flush();
    }
}
