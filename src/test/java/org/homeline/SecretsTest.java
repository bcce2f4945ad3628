package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.homeline.signing.KeyStoreFile;
import org.homeline.simulator.twilio.TwilioSimulator;
import org.homeline.testing.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No PIN, code or key is in the log, whatever is logged, nor anywhere in the database. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SecretsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void noSecretIsInTheLogOrTheDatabaseOfAFullRun() throws Exception {
        var data = folder.resolve("data");
        var secrets = new ArrayList<Secret>();
        String log;
        try (var twilio = Canaries.twilio()) {
            var environment = new HashMap<>(Canaries.environment(twilio));
            environment.put("HOMELINE_LOG_LEVEL", "TRACE");
            var arguments = List.of("--data", data.toString(), "--config", "gateway-config");
            try (var server = KillableServer.start(folder, environment, arguments)) {
                secrets.addAll(played(server, data, twilio));
                secrets.add(Secret.of(
                        "the operator's token",
                        ServerFile.read(data).orElseThrow().token()));
                server.stop();
                log = Files.readString(server.log());
            }
        }
        secrets.addAll(keys(data.resolve(KeyStoreFile.NAME)));
        var file = Files.readString(data.resolve(DataFolder.DATABASE), StandardCharsets.ISO_8859_1);
        var script = script(data);

        assertThat(script).contains("'waiting'");
        var known = Secret.of("what must be found", Canaries.NAME);
        assertThat(known.in(file)).as("the search sees the file").isPresent();
        assertThat(known.in(script)).as("the search sees the dump").isPresent();
        assertThat(log).as("everything is logged").contains("TRACE", "DEBUG");
        assertThat(found(secrets, log)).as("in the log").isEmpty();
        assertThat(found(secrets, script)).as("in the dump").isEmpty();
        assertThat(found(secrets, file)).as("in the file").isEmpty();
    }

    /** A command was left without an answer here once, and nothing told why. */
    private static List<Secret> played(KillableServer server, Path data, TwilioSimulator twilio) throws IOException {
        try {
            return Canaries.play(data, server.uri(), twilio);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + server.evidence(), failed);
        }
    }

    static List<String> found(List<Secret> secrets, String text) {
        return secrets.stream()
                .map(secret -> secret.in(text))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All that the key store holds, as bytes. */
    private static List<Secret> keys(Path file) throws Exception {
        var password = Canaries.KEY_STORE_PASSWORD.toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
        var keys = new ArrayList<Secret>();
        for (var alias : Collections.list(store.aliases())) {
            var key = Objects.requireNonNull(store.getKey(alias, password));
            keys.add(new Secret("the key " + alias, Objects.requireNonNull(key.getEncoded())));
        }
        assertThat(keys).isNotEmpty();
        return keys;
    }

    /** The whole database as H2 writes it down. */
    private static String script(Path data) throws Exception {
        var script = new StringBuilder();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("homeline")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE",
                        "sa",
                        Canaries.DATABASE_PASSWORD);
                var statement = connection.createStatement();
                var row = statement.executeQuery("script nopasswords")) {
            while (row.next()) {
                script.append(row.getString(1)).append('\n');
            }
        }
        return script.toString();
    }
}
