package org.homeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The repository reads itself and names, by file and line, what it does not want to find. */
final class RepositoryTest {
    private static final String MAIN = "src/main/java";
    private static final String SIMULATORS = "simulators/src/main/java";
    private static final String TEST = "src/test/java";

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "\\b(?:class|interface|record|enum)\\s+\\w*(?:Utils?|Helpers?|Managers?|Impl|DTO|Dto|Data|Info)\\b");
    private static final Pattern EMPTY_PACKAGE = Pattern.compile(
            "\\bpackage\\s+[\\w.]*\\b(?:utils?|helpers?|managers?|impl|dtos?|data|info|common|misc)\\b");
    private static final Pattern INEXACT = Pattern.compile(
            "\\b(?:double|float)\\b|\\bDouble\\b|\\b(?:double|float)Value\\b|\\b(?:mapTo|as)Double\\b|(?<![\\w.])[0-9]+\\.[0-9]+");
    private static final Pattern OWN_TIME = Pattern.compile(
            "\\b(?:Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\(\\s*\\)"
                    + "|\\bSystem\\.currentTimeMillis\\b|\\bClock\\.system");
    private static final Pattern OWN_RANDOM =
            Pattern.compile("\\bUUID\\.randomUUID\\b|\\bnew Random\\(|\\bThreadLocalRandom\\b|\\bMath\\.random\\b");
    private static final Pattern SWALLOWED = Pattern.compile("\\bcatch\\s*\\([^)]*\\)\\s*\\{\\s*}");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\b");
    private static final Pattern SKIPPED = Pattern.compile(
            "@Disabled\\w*|@(?:En|Dis)abledIf\\w*|\\bassum(?:e|ing)(?:True|False|That|NoException)?\\(");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.*}])/(?:home|root|work)/[\\w.]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

    @TestFactory
    Stream<DynamicTest> theSourcesAreFreeOf() {
        return Stream.of(
                rule("names that say nothing; name what it is or does", EMPTY_NAME, MAIN, SIMULATORS, TEST),
                rule("packages that say nothing; name the domain's noun", EMPTY_PACKAGE, MAIN, SIMULATORS, TEST),
                rule("own clocks; inject java.time.Clock", OWN_TIME, except("time", MAIN)),
                rule("own chance; inject Ids or RandomGenerator", OWN_RANDOM, except("time", MAIN)),
                rule("inexact numbers near money; use long minor units or BigDecimal", INEXACT, nearMoney()),
                rule("swallowed exceptions; handle, rethrow, or answer", SWALLOWED, MAIN, SIMULATORS, TEST),
                rule("sleeping tests; wait for what should happen", SLEEP, TEST),
                rule("tests that may not run; mend them or take them out", SKIPPED, TEST));
    }

    @Test
    void noFileNamesAPlaceOnSomebodysMachine() {
        assertThat(Source.below(".").stream().flatMap(source -> source.inText(MACHINE_PATH).stream()))
                .as("paths of one machine; make them relative")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        assertThat(folders(MAIN, SIMULATORS).flatMap(folder -> wrongDescription(folder, 2)))
                .as("packages without a description in sentences and @NullMarked")
                .isEmpty();
        assertThat(folders(TEST)
                        .filter(folder -> !Files.exists(Path.of(folder.replace(TEST, MAIN))))
                        .flatMap(folder -> wrongDescription(folder, 1)))
                .as("packages of tests alone without a description and @NullMarked")
                .isEmpty();
    }

    /** Were a pattern or the blanking of comments wrong, the rules would pass for ever. */
    @Test
    void theRulesSeeCodeAndNotWhatIsSaidAboutIt() {
        var source = new Source(Path.of("Sample.java"), """
                // Thread.sleep(1); double
                final class WalletHelper { /* catch (E e) {} */ String s = "new Random(";
                    double share = 0.5;
                    void f() { Instant.now(); Instant.now(clock); UUID.randomUUID(); }
                    void g() { try { h(); } catch (IOException e) { /* gone */ } }
                    @Disabled void i() { Thread.sleep(1); char c = '"'; } }
                """);
        assertThat(source.inCode(EMPTY_NAME)).containsExactly("Sample.java:2: class WalletHelper");
        assertThat(source.inCode(INEXACT)).containsExactly("Sample.java:3: double", "Sample.java:3: 0.5");
        assertThat(source.inCode(OWN_TIME)).containsExactly("Sample.java:4: Instant.now()");
        assertThat(source.inCode(OWN_RANDOM)).containsExactly("Sample.java:4: UUID.randomUUID");
        assertThat(source.inCode(SWALLOWED)).hasSize(1);
        assertThat(source.inCode(SKIPPED)).containsExactly("Sample.java:6: @Disabled");
        assertThat(source.inCode(SLEEP)).containsExactly("Sample.java:6: Thread.sleep");
    }

    private static Stream<String> folders(String... roots) {
        return Source.javaBelow(roots).stream().map(Source::folder).distinct();
    }

    private static Stream<String> wrongDescription(String folder, int sentences) {
        var file = folder + "/package-info.java";
        if (!Files.exists(Path.of(file))) {
            return Stream.of(file + ": is missing: say what lives there and what does not");
        }
        var source = Source.below(file).getFirst();
        if (!source.code().contains("NullMarked")) {
            return Stream.of(file + ":1: mark it @NullMarked");
        }
        var description = source.text().substring(0, Math.max(0, source.text().indexOf("*/")));
        return SENTENCE_END.matcher(description).results().count() < sentences
                ? Stream.of(file + ":1: say in " + sentences + " sentences what lives there and what does not")
                : Stream.of();
    }

    private static List<Source> nearMoney() {
        return Stream.of("money", "ledger", "remittance", "product", "fx", "agent")
                .flatMap(name -> Source.javaBelow(MAIN + "/org/homeline/" + name).stream())
                .toList();
    }

    private static List<Source> except(String packageName, String root) {
        return Source.javaBelow(root).stream()
                .filter(source -> !source.folder().endsWith("org/homeline/" + packageName))
                .toList();
    }

    private static DynamicTest rule(String unwanted, Pattern pattern, String... roots) {
        return rule(unwanted, pattern, Source.javaBelow(roots));
    }

    private static DynamicTest rule(String unwanted, Pattern pattern, List<Source> sources) {
        return DynamicTest.dynamicTest(
                unwanted,
                () -> assertThat(sources.stream().flatMap(source -> source.inCode(pattern).stream()))
                        .as(unwanted)
                        .isEmpty());
    }
}
