package org.homeline;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.homeline.api.OperatorErrand;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.database.Vendor;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;

/**
 * Writes a {@link BackupFile}. H2 copies its database while it is in use, with the log that makes the copy consistent; of
 * PostgreSQL the keys alone are taken, because its own tools (pg_dump, base backups, the write-ahead log) do the rest
 * better than a copy in passing could.
 */
@Singleton
final class BackupErrand implements OperatorErrand {
    static final String NAME = "backup";

    private final Transactions transactions;
    private final Durability durability;
    private final Vendor vendor;
    private final KeyStoreFile store;
    private final Keys keys;
    private final Clock clock;
    private final String url;

    BackupErrand(
            Transactions transactions,
            Durability durability,
            Vendor vendor,
            KeyStoreFile store,
            Keys keys,
            Clock clock,
            @Value("${datasources.default.url}") String url) {
        this.transactions = transactions;
        this.durability = durability;
        this.vendor = vendor;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.url = url;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Result run(Map<String, Object> input) {
        var file = Path.of(String.valueOf(input.get("file"))).toAbsolutePath();
        if (Files.exists(file)) {
            return new Result("FileIsThereAlready", false, Map.of("file", file.toString()));
        }
        var folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return new Result("FileCouldNotBeWritten", false, Map.of("why", "there is no folder " + folder));
        }
        try {
            return write(file, Boolean.TRUE.equals(input.get("withPassword")));
        } catch (IOException failed) {
            return new Result("FileCouldNotBeWritten", false, Map.of("why", Failures.why(failed)));
        }
    }

    private Result write(Path file, boolean withPassword) throws IOException {
        var values = new LinkedHashMap<String, Object>();
        values.put("file", file.toString());
        values.put("database", vendor == Vendor.H2 ? "in the file" : "NOT in the file: take it with pg_dump");
        var draft = PrivateFile.draft(file);
        try (var zip = new ZipOutputStream(Channels.newOutputStream(PrivateFile.open(draft)))) {
            var about = new BackupFile.About(
                    BackupFile.FORMAT,
                    clock.instant().toString(),
                    java.util.HexFormat.of().formatHex(keys.fingerprint()),
                    vendor == Vendor.H2);
            BackupFile.put(zip, BackupFile.ABOUT, about.json());
            BackupFile.put(zip, KeyStoreFile.NAME, store.wrapped());
            values.put("keys", "in the file, wrapped by their password");
            values.put("password", password(zip, withPassword));
            if (vendor == Vendor.H2) {
                putDatabase(zip, file.resolveSibling("." + file.getFileName() + ".copying"));
            }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(draft);
            throw failed;
        }
        PrivateFile.publish(draft, file);
        return new Result("BackupTaken", true, values);
    }

    private String password(ZipOutputStream zip, boolean wanted) throws IOException {
        var own = store.ownPassword();
        if (own.isEmpty()) {
            return "from the environment, not in the file";
        }
        if (!wanted) {
            return "NOT in the file: keep a copy of " + store.path().resolveSibling(BackupFile.PASSWORD)
                    + " elsewhere, or take --with-password";
        }
        BackupFile.put(zip, BackupFile.PASSWORD, own.get());
        return "IN the file: whoever has it has the keys";
    }

    /** H2 writes a zip of its own; what is in it goes into ours. */
    private void putDatabase(ZipOutputStream zip, Path folder) throws IOException {
        durability.await();
        var copy = folder.resolve("database.zip");
        // What a backup left that was killed half-way.
        Files.deleteIfExists(copy);
        Files.deleteIfExists(folder);
        Files.createDirectory(folder, PrivateFile.FOLDER_MODE);
        try {
            // Alone: H2 stores its tables first, and a write meanwhile would be in one of them and not in another.
            transactions.alone(connection -> {
                try (var backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, copy.toString());
                    return backup.execute();
                }
            });
            try (var source = new ZipFile(copy.toFile())) {
                var entry = source.stream()
                        .filter(candidate -> candidate.getName().endsWith(".mv.db"))
                        .findFirst()
                        .orElseThrow(() -> new UncheckedIOException(new IOException("nothing to copy in " + url)));
                BackupFile.put(zip, DataFolder.DATABASE, source.getInputStream(entry));
            }
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }
}
