package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    private Path parent = Path.of("");

    @Test
    void oneProcessAtATimeHasIt() {
        var path = parent.resolve("data");
        try (var held = DataFolder.claim(path)) {
            held.keep();
            assertThat(held.path()).isEqualTo(path);
            assertThat(DataFolder.tryClaim(path)).isEmpty();
            held.publish(new ServerFile(1234, 99, "secret"));
            assertThatThrownBy(() -> DataFolder.claim(path))
                    .hasMessageContaining("in use")
                    .hasMessageContaining("process 99");
        }
        try (var again = DataFolder.claim(path)) {
            assertThat(again.path()).isEqualTo(path);
        }
    }

    @Test
    void onlyItsOwnerReadsTheToken() throws Exception {
        var path = parent.resolve("data");
        try (var held = DataFolder.claim(path)) {
            held.publish(new ServerFile(1234, 99, "secret"));
            assertThat(ServerFile.read(path)).contains(new ServerFile(1234, 99, "secret"));
            assertThat(mode(path.resolve(ServerFile.NAME))).isEqualTo("rw-------");
            assertThat(mode(path)).isEqualTo("rwx------");
        }
        assertThat(path.resolve(ServerFile.NAME)).doesNotExist();
    }

    @Test
    void whatADeadServerLeftIsForgotten() throws Exception {
        Files.write(parent.resolve(ServerFile.NAME), new ServerFile(1234, 99, "secret").json());
        try (var held = DataFolder.claim(parent)) {
            assertThat(ServerFile.read(held.path())).isEmpty();
        }
    }

    @Test
    void aFolderThatWasMadeForNothingIsGoneAgain() throws Exception {
        var path = parent.resolve("data");
        DataFolder.claim(path).close();
        assertThat(path).doesNotExist();

        try (var held = DataFolder.claim(path)) {
            held.keep();
        }
        assertThat(path).exists();

        DataFolder.claim(path).close();
        assertThat(path).as("made by another").exists();
    }

    @Test
    void aFolderThatOthersMayLookIntoIsSaid() throws Exception {
        var path = parent.resolve("data");
        try (var held = DataFolder.claim(path)) {
            assertThat(held.looseness()).isEmpty();
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThat(held.looseness())
                    .contains("Others may look into the data folder " + path + " (rwxr-xr-x): chmod 700 it.");
        }
    }

    @Test
    void aFileIsNoDataFolder() throws Exception {
        var path = Files.createFile(parent.resolve("data"));
        assertThatThrownBy(() -> DataFolder.claim(path)).hasMessageEndingWith("can't be used: it is a file");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
