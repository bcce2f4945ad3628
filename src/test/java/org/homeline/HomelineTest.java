package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeline.configuration.ConfigurationException;
import org.homeline.testing.ConfigurationCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class HomelineTest {
    private static final String PORT = "micronaut.server.port";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void helpNamesEveryCommandInALine() {
        var help = Run.of("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains(
                        "serve",
                        "test",
                        "audit",
                        "check",
                        "backup",
                        "restore",
                        "agent",
                        "customer",
                        "treasury",
                        "corridor",
                        "bench")
                .doesNotContain("warm-up");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
        assertThat(Run.of("help", "treasury").out())
                .startsWith("Usage: homeline treasury")
                .contains("withdraw");
    }

    @Test
    void aMistakeInTypingIsStatusTwo() {
        assertThat(Run.of("serve", "--port", "many").status()).isEqualTo(2);
        assertThat(Run.of("agent").status()).isEqualTo(2);
        assertThat(Run.of("agent", "add").err()).contains("PHONE");
        assertThat(Run.of("nothing").status()).isEqualTo(2);
    }

    @Test
    void aTakenPortIsSaidPlainly() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var run = Run.on(folder.resolve("data"), "serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("homeline: port " + taken.getLocalPort()
                            + " is in use by another process: give another with --port\n");
            assertThat(folder.resolve("data")).doesNotExist();

            var twilio = Run.of("simulate", "twilio", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(twilio.status()).isEqualTo(1);
            assertThat(twilio.err()).startsWith("homeline: port " + taken.getLocalPort() + " is in use");
        }
    }

    @ParameterizedTest
    @CsvSource({"serve", "simulate twilio"})
    void aPortThatThereIsNotIsAMistakeInTyping(String command) {
        var run = Run.of((command + " --port 99999").split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("--port is from 0 to 65535").doesNotContain("\tat ");
    }

    @Test
    void everyCommandAnswersHelp() {
        assertThat(everyCommand(Homeline.commandLine()).filter(command -> !command.isEmpty()))
                .hasSizeGreaterThan(20)
                .allSatisfy(command -> {
                    var help = Run.of((command + " --help").split(" "));
                    assertThat(help.status()).as(command + "\n" + help.err()).isZero();
                    assertThat(help.out()).startsWith("Usage: homeline " + command);
                });
    }

    private static Stream<String> everyCommand(CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.getKey()),
                        everyCommand(entry.getValue()).map(below -> entry.getKey() + " " + below)));
    }

    @Test
    void aMistakeInTheConfigurationIsSaidPlainly() {
        var run = Run.of("serve", "--data", folder.resolve("data").toString(), "--config", folder.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("homeline: the configuration can't be used:")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "homeline.metrics-allow, 10.0.0.1;office, HOMELINE_METRICS_ALLOW: 'office' is no range of addresses",
        "africastalking.allow, 10.0.0.0/8;everywhere, AFRICASTALKING_ALLOW: 'everywhere' is no range of addresses",
        "homeline.public-url, pay.example.org, HOMELINE_PUBLIC_URL: 'pay.example.org' is no web address"
    })
    void aMistakeInTheEnvironmentIsSaidPlainly(String property, String value, String said) throws Exception {
        var place = Place.of(folder.resolve("data"), Path.of("gateway-config"));
        try (var data = DataFolder.claim(place.data());
                var application = Application.start(data, place, Map.of(property, value.replace(';', ','), PORT, -1))) {
            assertThatThrownBy(application::serve)
                    .satisfies(failure -> assertThat(Failures.plain(failure))
                            .hasValueSatisfying(plain ->
                                    assertThat(plain).startsWith("the configuration can't be used:\n" + said)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, true",
        "http://127.0.0.1:8085, false, false",
        "http://[::1]:8085, false, false",
        "https://api.twilio.example, false, true",
        "'', true, false"
    })
    void nobodyBeyondThisMachineIsServedAtExampleRates(String base, boolean insecure, boolean refused)
            throws Exception {
        var place = Place.of(folder.resolve("data"), Path.of("gateway-config"));
        var twilio = new HashMap<>(Serve.properties(0, insecure));
        twilio.putAll(Map.of(
                "twilio.account-sid",
                "AC1",
                "twilio.auth-token",
                "secret",
                "twilio.from",
                "+12025550199",
                "twilio.api-base",
                base,
                "micronaut.server.host",
                "127.0.0.1"));
        try (var data = DataFolder.claim(place.data());
                var application = Application.start(data, place, twilio)) {
            if (refused) {
                assertThatThrownBy(application::serve)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageStartingWith("rates/own.yaml:11: at: holds example rates");
            } else {
                assertThat(application.serve().isRunning()).isTrue();
            }
        }
    }

    @Test
    void theWholeConfigurationIsCheckedWithALineAPart() throws Exception {
        var right = Run.of("check", "--config", "gateway-config");
        assertThat(right.err()).isEmpty();
        assertThat(right.status()).isZero();
        assertThat(right.out().lines())
                .anyMatch(line -> line.matches("texts +\\d{3} in each of 4 languages"))
                .anyMatch(line -> line.matches("corridors +6"))
                .anyMatch(line -> line.matches("menus +\\d\\d screens"))
                .anyMatch(line -> line.startsWith("together"))
                .hasSize(16);
        var none = folder.resolve("none").toString();
        for (var command : List.of("check", "corridor check")) {
            var missing = Run.of((command + " --config " + none).split(" "));
            assertThat(missing.status()).isEqualTo(1);
            assertThat(missing.out()).isEmpty();
            assertThat(missing.err())
                    .isEqualTo("homeline: the configuration folder " + none + " is not there: give it with --config\n");
        }
    }

    @Test
    void aMistakeInOnePartHidesNoneInTheOthersAndWhatDoesNotFitIsNamed() throws Exception {
        var copy = folder.resolve("config");
        try (var files = Files.walk(Path.of("gateway-config"))) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(Path.of("gateway-config").relativize(file).toString()));
            }
        }
        slip(copy.resolve("menus/start.yaml"), "(?m)^( +)Recognised:", "$1Recognized:");
        var unfit = Run.of("check", "--config", copy.toString());
        assertThat(unfit.status()).isEqualTo(1);
        assertThat(unfit.err()).contains("menus/start.yaml:").contains("Recognized");
        slip(copy.resolve("limits.yaml"), "customer-per-hour: 120", "customer-per-hour: 0");
        slip(copy.resolve("sms.yaml"), "most-per-hour: 40", "most-per-hour: 4,0");
        var wrong = Run.of("check", "--config", copy.toString());
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("velocity       wrong, see below").contains("corridors      6");
        assertThat(wrong.err()).contains("limits.yaml:").contains("sms.yaml:").doesNotContain("\tat ");
        slip(copy.resolve("countries.yaml"), "zone: Africa/Nairobi", "zone: Nairobi");
        assertThat(Run.of("check", "--config", copy.toString()).out().lines())
                .filteredOn(line -> line.contains("not looked at"))
                .extracting(line -> line.substring(0, 14).strip())
                .containsExactly("tiers", "agents' terms", "corridors", "partners", "together");
    }

    /** What a start looks at only where terminals are listened to. */
    @Test
    void aKeyStoreForTerminalsThatIsNotThereIsSaid() {
        var copy = ConfigurationCopy.make()
                .with(
                        "iso8583/terminals.yaml",
                        text -> text.replaceAll("(?m)^listen: .*$", "listen: 127.0.0.1:0")
                                        .replaceAll("(?m)^tls: .*$", "")
                                + "tls: nowhere.p12\n");
        var run = Run.of("check", "--config", copy.folder().toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("iso8583/terminals.yaml:", "nowhere.p12 is not there");
    }

    private static void slip(Path file, String right, String wrong) throws Exception {
        var text = Files.readString(file);
        var slipped = text.replaceFirst(right, wrong);
        assertThat(slipped).isNotEqualTo(text);
        Files.writeString(file, slipped);
    }

    @Test
    void aDatabaseOfAnotherKindIsSaidPlainly() {
        var run = Run.on(folder.resolve("data"), "serve", "--database", "jdbc:mysql:here");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("homeline: --database takes jdbc:h2:... or jdbc:postgresql:...\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aKeyStoreThatDoesNotOpenIsSaidPlainly() throws Exception {
        var data = folder.resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("keys.p12"), "not a key store");
        Files.writeString(data.resolve("keys.password"), "secret");
        var run = Run.on(data, "serve", "--port", "0");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("homeline: the key store ").hasLineCount(1);
    }

    @Test
    void anOperatorsMistakeIsSaidWithItsMend() {
        var data = folder.resolve("data");
        assertThat(Run.on(data, "agent", "add", "0722000111", "Duka").err())
                .isEqualTo("homeline: '0722000111' is no phone number: a number is written with its country's code,"
                        + " as +254712345678 (Kenya) or +16175550123 (United States)\n");
        assertThat(Run.on(data, "agent", "add", "+254722000111", "Duka 1").err())
                .startsWith("homeline: 'Duka 1' can't be a name");
        assertThat(Run.on(data, "agent", "add", "+819012345678", "Mise").err())
                .startsWith("homeline: numbers of JP are not served");
        assertThat(Run.on(data, "customer", "show", "+254712345678").err())
                .startsWith("homeline: no customer has the number +254712345678");
        assertThat(Run.on(data, "customer", "tier", "+254712345678", "gold").err())
                .startsWith("homeline: there is no tier 'gold' in limits.yaml, which has ");
    }

    @Test
    void theTreasuryKnowsItsCurrenciesAndSaysHowMuchIsThere() {
        var data = folder.resolve("data");
        assertThat(Run.on(data, "treasury", "prefund", "XXX5").err())
                .startsWith("homeline: nobody deals in XXX here: countries.yaml and treasury.yaml have ")
                .contains("EUR, ", "KES, ");
        assertThat(Run.on(data, "treasury", "exchange", "KES5", "XXX5").err()).contains("nobody deals in XXX");
        assertThat(Run.on(data, "treasury", "prefund", "KES0").err()).contains("write an amount above zero");
        assertThat(Run.on(data, "treasury", "withdraw", "KES100000000").err())
                .isEqualTo("homeline: too much: at most KES 5000000.00\n");
        assertThat(Run.on(data, "treasury", "exchange", "KES100000000", "USD1").err())
                .isEqualTo("homeline: too much: at most KES 5000000.00\n");
        assertThat(Run.on(data, "treasury", "withdraw", "KES10.50").out())
                .isEqualTo("Withdrawn.\n  Amount  KES 10.50\n");
        assertThat(Run.on(data, "treasury", "withdraw", "EUR5").err())
                .isEqualTo("homeline: too much: at most EUR 0.00\n");
    }

    @Test
    void aSimulatorSaysHowNumbersAndAddressesAreWritten() {
        assertThat(Run.of("simulate", "phone", "--number", "0722").err())
                .contains("write a number with its country's code, as +254712345678, not 0722");
        assertThat(Run.of("simulate", "terminal", "--number", "+254722000111", "--twilio", "xx")
                        .err())
                .contains("write an address as http://127.0.0.1:8080, not xx");
        assertThat(Run.of("simulate", "phone", "--server", "localhost:8080").status())
                .isEqualTo(2);
    }

    /** Whoever starts one from a script reads it off the exit status. */
    @Test
    void aSimulatorThatReachesNobodyFails() throws Exception {
        int free;
        try (var taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        var server = Integer.toString(free);
        for (var run : List.of(
                Run.of("simulate", "phone", "--server", server),
                Run.of("simulate", "terminal", "--number", "+254722000111", "--server", server))) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("homeline: no server at http://127.0.0.1:" + free + ":")
                    .hasLineCount(1);
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var bank = Run.of("simulate", "bank", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(bank.status()).isEqualTo(1);
            assertThat(bank.err())
                    .startsWith("homeline: port " + taken.getLocalPort() + " is in use")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        var nowhere = folder.resolve("nowhere").toString();
        assertThat(Run.on(folder.resolve("data"), "restore", nowhere).err())
                .contains(nowhere)
                .hasLineCount(1);
        assertThat(Run.of(
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                folder.resolve("data").toString(),
                                "--config",
                                nowhere)
                        .err())
                .isEqualTo("homeline: the configuration folder " + nowhere + " is not there: give it with --config\n");
        assertThat(Run.of("demo", "--config", nowhere).err()).isEqualTo("homeline: " + nowhere + " is not there\n");
    }

    @Test
    void anOperationThatIsNotBuiltYetIsSaidPlainly() {
        var answer =
                OperatorLine.ask(Place.of(folder.resolve("data"), Path.of("gateway-config")), "agent.vanish", Map.of());
        assertThat(answer.outcome()).isEqualTo("NoSuchOperation");
        assertThat(answer.done()).isFalse();
    }
}
