package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(run.err()).startsWith("homeline: the port is in use").hasLineCount(1);
        }
    }

    @Test
    void aMistakeInTheConfigurationIsSaidPlainly() {
        var run = Run.of("serve", "--data", folder.resolve("data").toString(), "--config", folder.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("homeline: the configuration can't be used:")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
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

    @Test
    void aDatabaseOfAnotherKindIsSaidPlainly() {
        var run = Run.on(folder.resolve("data"), "serve", "--database", "jdbc:mysql:here");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("homeline: --database takes jdbc:h2:... or jdbc:postgresql:...\n");
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
    void anOperationThatIsNotBuiltYetIsSaidPlainly() {
        var answer =
                OperatorLine.ask(Place.of(folder.resolve("data"), Path.of("gateway-config")), "agent.vanish", Map.of());
        assertThat(answer.outcome()).isEqualTo("NoSuchOperation");
        assertThat(answer.done()).isFalse();
    }
}
