package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.homeline.agent.AgentSettings;
import org.homeline.compliance.VelocitySettings;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.homeline.customer.Countries;
import org.homeline.customer.Tiers;
import org.homeline.fx.Rates;
import org.homeline.language.Texts;
import org.homeline.remittance.Corridors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips in a copy of the real configuration: file and line of each, and whom it is blamed on. */
final class SlipsTest {
    private static final Path ORIGINAL = Path.of("gateway-config");

    @TempDir
    private Path copy = Path.of("");

    @Test
    void aSlipInEnglishIsEnglishsAndNotThatOfAllOthers() {
        slip("texts/en.yaml", "cash paid in at {agent}. Ref {reference}.", "cash paid in at {agnet}. Ref {reference}.");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("texts/en.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.mend()).contains("agnet").contains("texts/es.yaml, texts/fr.yaml, texts/sw.yaml");
        });
    }

    @Test
    void aSlipInAnEnglishNameIsEnglishs() {
        slip("texts/en.yaml", "  unblocked:", "  unbloked:");
        assertThat(problems()).extracting(Problem::file).containsOnly("texts/en.yaml");
        assertThat(problems())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("texts/en.yaml: customer.unblocked: is missing: add it"))
                .anyMatch(problem -> problem.contains("customer.unbloked: stands in no other language"));
    }

    @Test
    void aSlipInATranslationIsThatOnes() {
        slip("texts/fr.yaml", "{agent}", "{agnet}");
        slip("texts/sw.yaml", "  unblocked:", "  unbloked:");
        assertThat(problems()).extracting(Problem::file).containsOnly("texts/fr.yaml", "texts/sw.yaml");
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        slip("limits.yaml", "customer-per-hour: 120", "customer-per-hour: 0");
        slip("limits.yaml", "strangers-per-day: 10", "strangers-per-day: -1");
        slip("limits.yaml", "unlock-after: 24h", "unlock-after: 0s");
        slip("agents.yaml", "GHS: { cash-in-percent: 0.3, ", "GHS: { cash-in-percent: 30, ");
        slip("corridors/us-ke.yaml", "margin-percent: 1.2", "margin-percent: 120");
        slip("corridors/us-gh.yaml", "collect-within: 30d", "collect-within: 30d\npayouts: [wallet]");
        slip("corridors/us-mx.yaml", "fixed: 1.99", "fixed: 1,99");
        assertThat(problems())
                .extracting(problem -> problem.file() + ": " + problem.field())
                .containsExactlyInAnyOrder(
                        "limits.yaml: velocity.customer-per-hour",
                        "limits.yaml: velocity.strangers-per-day",
                        "limits.yaml: pin.unlock-after",
                        "agents.yaml: terms.GHS.cash-in-percent",
                        "corridors/us-ke.yaml: margin-percent",
                        "corridors/us-gh.yaml: payouts",
                        "corridors/us-mx.yaml: fees[2].99");
        assertThat(problems()).extracting(Problem::line).allMatch(line -> line > 0);
    }

    @Test
    void agentsNeedTermsInEveryCurrencyOfACountry() {
        slip("agents.yaml", "  MXN:", "  CHF:");
        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "agents.yaml:14: terms: has no terms in MXN, in which agents may have a float: add them");
    }

    @Test
    void noAmountFromTwoHundredOnCostsMoreThanFivePercent() {
        slip(
                "corridors/us-gh.yaml",
                "{ up-to: 500, fixed: 1.99 }",
                "{ up-to: 210, fixed: 1.99 }\n  - { up-to: 240, percent: 3.6 }\n  - { up-to: 500, percent: 1 }");
        slip("corridors/us-ke.yaml", "{ up-to: 2999, percent: 0.6 }", "{ up-to: 2999, percent: 0.6, fixed: 20 }");
        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "corridors/us-gh.yaml:19: fees[3]: costs 5.10 % of USD 210.01 (fee 3.60 %, margin 1.50 %, cut of the"
                                + " rate up to 0.00 %), over the limit of 5 %: lower the fee or the margin",
                        "corridors/us-ke.yaml:19: fees[3]: costs 5.81 % of USD 500.01 (fee 4.60 %, margin 1.20 %, cut of the"
                                + " rate up to 0.01 %), over the limit of 5 %: lower the fee or the margin");
    }

    @Test
    void aRateThatIsCutTooShortIsACostToo() {
        slip("corridors/es-ec.yaml", "rate-decimals: 4", "rate-decimals: 2");
        slip("rates/own.yaml", "USD/EUR: 0.8642", "USD/EUR: 8.642");
        assertThat(problems())
                .extracting(Problem::toString)
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith("corridors/es-ec.yaml:")
                        .contains("cut of the rate up to 8.64 %", "or raise rate-decimals"));
    }

    @Test
    void smallAmountsMayCostMore() {
        slip("corridors/us-ke.yaml", "{ up-to: 50, fixed: 0.99 }", "{ up-to: 199.99, fixed: 9.99 }");
        assertThat(problems()).isEmpty();
    }

    private java.util.List<Problem> problems() {
        var problems = new org.homeline.configuration.Problems();
        var folder = new ConfigurationFolder(copy);
        complete();
        var texts = problems.attempt(() -> Texts.read(folder));
        if (texts != null) {
            var countries = Countries.read(folder, texts);
            problems.attempt(() -> VelocitySettings.read(folder));
            problems.attempt(() -> Tiers.read(folder, countries));
            problems.attempt(() -> AgentSettings.read(folder, countries));
            problems.attempt(() ->
                    Corridors.read(folder, countries, new Rates(folder, Clock.systemUTC(), new SimpleMeterRegistry())));
        }
        return problems.found();
    }

    private void slip(String file, String right, String wrong) {
        try {
            var from = Files.exists(copy.resolve(file)) ? copy : ORIGINAL;
            var text = Files.readString(from.resolve(file));
            assertThat(text).contains(right);
            Files.createDirectories(
                    java.util.Objects.requireNonNull(copy.resolve(file).getParent()));
            Files.writeString(copy.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void complete() {
        try (var files = Files.walk(ORIGINAL)) {
            for (var file : files.toList()) {
                var to = copy.resolve(ORIGINAL.relativize(file));
                if (!Files.exists(to)) {
                    Files.copy(file, to);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
