package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyGuardTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEmptyDatabaseTakesTheKeysThatAreThere() throws Exception {
        var made = new KeyStoreFile(folder, Map.of()).open().fingerprint();
        assertThat(start(folder)).isEqualTo(made);
        assertThat(start(folder)).isEqualTo(made);
    }

    @Test
    void otherKeysAreNotLetIn() throws Exception {
        var own = start(folder);
        var other = folder.resolve("other");
        new KeyStoreFile(other, Map.of()).open();
        Files.createDirectory(folder.resolve("own"));
        swap(folder, folder.resolve("own"));
        swap(other, folder);

        assertThatThrownBy(() -> start(folder))
                .satisfies(failure -> assertThat(Failures.plain(failure).orElseThrow())
                        .startsWith("this data belongs to other keys: "));

        swap(folder, other);
        swap(folder.resolve("own"), folder);
        assertThat(start(folder)).isEqualTo(own);
    }

    @Test
    void dataWithoutItsKeysMakesNoNewOnes() throws Exception {
        start(folder);
        Files.delete(folder.resolve(KeyStoreFile.NAME));

        assertThatThrownBy(() -> start(folder))
                .satisfies(failure ->
                        assertThat(Failures.plain(failure).orElseThrow()).contains("its key store is missing"));
        assertThat(folder.resolve(KeyStoreFile.NAME)).doesNotExist();
    }

    @Test
    void anEmptyOrMissingPasswordIsRefusedByName() throws Exception {
        var empty = Files.writeString(folder.resolve("empty"), " \n");
        var missing = folder.resolve("missing");
        assertThatThrownBy(() -> open(Map.of("HOMELINE_KEYSTORE_PASSWORD", "")))
                .hasMessageContaining("HOMELINE_KEYSTORE_PASSWORD is empty");
        assertThatThrownBy(() -> open(Map.of("HOMELINE_KEYSTORE_PASSWORD_FILE", empty.toString())))
                .hasMessageContaining(empty + ", which is empty");
        assertThatThrownBy(() -> open(Map.of("HOMELINE_KEYSTORE_PASSWORD_FILE", missing.toString())))
                .hasMessageContaining(missing + ", which is not there");
        assertThat(folder.resolve(KeyStoreFile.NAME)).doesNotExist();

        open(Map.of());
        Files.delete(folder.resolve(BackupFile.PASSWORD));
        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageContaining(folder.resolve(BackupFile.PASSWORD) + " is not there");
    }

    private void open(Map<String, String> environment) {
        new KeyStoreFile(folder, environment).open();
    }

    private static byte[] start(Path data) {
        var place = Place.of(data, Path.of("gateway-config"));
        try (var held = DataFolder.claim(data);
                var application = Application.start(held, place, Map.of())) {
            return application.get(Keys.class).fingerprint();
        }
    }

    private static void swap(Path from, Path to) throws Exception {
        for (var name : new String[] {KeyStoreFile.NAME, BackupFile.PASSWORD}) {
            Files.move(from.resolve(name), to.resolve(name));
        }
    }
}
