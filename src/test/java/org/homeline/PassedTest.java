package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.homeline.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PassedTest {
    private static final String MENU = "menus/agent.yaml";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMenuThatWasChangedSinceIsLookedAtAgain() throws Exception {
        var config = copied();
        serve(config, "one");
        serve(config, "one");
        var menu = config.resolve(MENU);
        Files.writeString(menu, Files.readString(menu).replace("NotEnoughFloat", "NotEnoughBoat"));

        assertThatThrownBy(() -> serve(config, "one"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NotEnoughFloat");
    }

    @Test
    void aMenuBehindALinkIsLookedAtAgain() throws Exception {
        var config = copied();
        var link = Files.createSymbolicLink(folder.resolve("link"), config);
        var before = Passed.digest(link);
        var menu = config.resolve(MENU);
        Files.writeString(menu, Files.readString(menu) + "\n");

        assertThat(Passed.digest(link)).isNotEqualTo(before).isEqualTo(Passed.digest(config));
    }

    @Test
    void tablesAreLookedAtAgainByAnotherProgram() throws Exception {
        var config = copied();
        serve(config, "one");
        forgeHistory();
        // Whoever does not know these tables compares each migration, and finds the forged one.
        assertThatThrownBy(() -> serve(config, "other")).hasRootCauseInstanceOf(FlywayValidateException.class);
    }

    @Test
    void tablesThatAreNotAsTheyWereLeftAreLookedAtAgain() throws Exception {
        var config = copied();
        serve(config, "one");
        forgeHistory();
        assertThatThrownBy(() -> serve(config, "one")).hasRootCauseInstanceOf(FlywayValidateException.class);
    }

    @Test
    void tablesThatAreAsTheyWereLeftAreNot() throws Exception {
        var config = copied();
        serve(config, "one");
        forgeHistory();
        var passed = Passed.read(data(), "one");
        var count = passed.schema().split("/", -1);
        new Passed(
                        "one",
                        passed.words(),
                        count[0] + "/" + (Long.parseLong(count[1]) + 1) + "/" + count[2] + "/" + count[3])
                .write(data());

        serve(config, "one");
    }

    @Test
    void aProgramThatDoesNotKnowWhichItIsLeavesNothing() throws Exception {
        serve(copied(), "");
        assertThat(data().resolve("passed")).doesNotExist();
    }

    private void forgeHistory() throws Exception {
        try (var database = DriverManager.getConnection(
                        "jdbc:h2:file:" + data() + "/homeline" + Place.H2_OPTIONS, "sa", "");
                var statement = database.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update flyway_schema_history set checksum = checksum + 1 where installed_rank = 2"))
                    .isEqualTo(1);
        }
    }

    private void serve(Path config, String program) {
        var properties = new HashMap<>(Serve.properties(0, true));
        properties.put(Application.PROGRAM, program);
        try (var held = DataFolder.claim(data());
                var application = Application.start(held, Place.of(data(), config), Map.copyOf(properties))) {
            assertThat(application.serve().isRunning()).isTrue();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path copied() throws IOException {
        var copy = folder.resolve("config");
        var original = Path.of("gateway-config");
        try (var files = Files.walk(original)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        return copy;
    }
}
