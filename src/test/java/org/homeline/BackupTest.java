package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipFile;
import org.homeline.database.Transactions;
import org.homeline.signing.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void startOnce() {
        data = folder.resolve("data");
        file = folder.resolve("backup.zip");
        assertThat(keysAndNotes(data)).endsWith(" 0");
    }

    @Test
    void aRestoredCopyHasTheSameKeysAndData() throws Exception {
        var taken = Run.on(data, "backup", file.toString(), "--with-password");
        assertThat(taken.err()).isEmpty();
        assertThat(taken.out()).contains("Backup taken.", "whoever has it has the keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        var copy = folder.resolve("copy");
        var restored = Run.on(copy, "restore", file.toString());
        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).isZero();
        // The backup itself was written down before it was taken; the audit of the restored copy too.
        assertThat(keysAndNotes(copy)).isEqualTo(keysAndNotes(data).replace(" 1", " 2"));
    }

    @Test
    void thePasswordStaysOutUnlessAskedFor() throws Exception {
        assertThat(Run.on(data, "backup", file.toString()).status()).isZero();
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactlyInAnyOrder("backup.json", "keys.p12", "homeline.mv.db");
        }
        var copy = folder.resolve("copy");
        var restored = Run.on(copy, "restore", file.toString());
        assertThat(restored.status()).isEqualTo(1);
        assertThat(restored.err()).contains("HOMELINE_KEYSTORE_PASSWORD");
        assertThat(DataFolder.isEmpty(copy)).isTrue();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Files.writeString(file, "mine");
        var again = Run.on(data, "backup", file.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("is there already");
        assertThat(file).hasContent("mine");
        assertThat(Run.on(data, "restore", file.toString()).err()).contains("not a whole backup");
        Files.delete(file);
        assertThat(Run.on(data, "backup", file.toString(), "--with-password").status())
                .isZero();
        assertThat(Run.on(data, "restore", file.toString()).err()).contains("is not empty");
    }

    @Test
    void whatAKilledBackupLeftIsNotInTheWay() throws Exception {
        var left = Files.createDirectory(folder.resolve(".backup.zip.copying"));
        Files.writeString(left.resolve("database.zip"), "half");
        assertThat(Run.on(data, "backup", file.toString()).err()).isEmpty();
        assertThat(file).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void aWrongFolderIsNotMadeIntoANewPlace() {
        var nowhere = folder.resolve("nowhere");
        assertThat(Run.on(nowhere, "backup", file.toString()).err()).contains("there is no data in");
        assertThat(Run.on(nowhere, "audit").status()).isEqualTo(1);
        assertThat(nowhere).doesNotExist();
    }

    private static String keysAndNotes(Path data) {
        try (var held = DataFolder.claim(data);
                var application = Application.start(held, Place.of(data, Path.of("gateway-config")), Map.of())) {
            var fingerprint = application.get(Keys.class).fingerprint();
            return java.util.HexFormat.of().formatHex(fingerprint) + " "
                    + application.get(Transactions.class).<Long>read(connection -> {
                        try (var statement = connection.createStatement();
                                var row = statement.executeQuery(
                                        "select count(*) from journal where operation = 'operator.note'")) {
                            row.next();
                            return row.getLong(1);
                        }
                    });
        }
    }
}
