package org.homeline;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.homeline.signing.KeyStoreFile;

/** A backup: a zip file with the keys (wrapped), the embedded database, and a page about them. */
final class BackupFile implements AutoCloseable {
    static final int FORMAT = 1;
    static final String ABOUT = "backup.json";
    static final String PASSWORD = "keys.password";
    private static final Set<String> ENTRIES = Set.of(ABOUT, PASSWORD, KeyStoreFile.NAME, DataFolder.DATABASE);

    private final ZipFile zip;
    private final About about;

    /**
     * What a backup says of itself.
     *
     * @param format of the file: {@link #FORMAT}
     * @param at when it was taken, ISO 8601
     * @param keys the fingerprint of its keys, in hexadecimal
     * @param database whether the embedded database is in it
     */
    @Serdeable
    record About(int format, String at, String keys, boolean database) {
        byte[] json() throws IOException {
            return ObjectMapper.getDefault().writeValueAsBytes(this);
        }
    }

    private BackupFile(ZipFile zip, About about) {
        this.zip = zip;
        this.about = about;
    }

    /** @throws CannotStartException where it is not a backup that this Homeline can read */
    static BackupFile open(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotStartException(
                    "the backup " + file + (Files.exists(file) ? " can't be read" : " is not there"));
        }
        try {
            var zip = new ZipFile(file.toFile());
            var names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            if (!ENTRIES.containsAll(names) || !names.contains(ABOUT) || !names.contains(KeyStoreFile.NAME)) {
                zip.close();
                throw notOurs(file, null);
            }
            var about = Objects.requireNonNull(ObjectMapper.getDefault().readValue(bytes(zip, ABOUT), About.class));
            if (about.format() != FORMAT || about.database() != names.contains(DataFolder.DATABASE)) {
                zip.close();
                throw notOurs(file, null);
            }
            return new BackupFile(zip, about);
        } catch (IOException unreadable) {
            throw notOurs(file, unreadable);
        }
    }

    About about() {
        return about;
    }

    byte[] keys() throws IOException {
        return bytes(zip, KeyStoreFile.NAME);
    }

    /** Empty where the backup was taken without it. */
    Optional<byte[]> password() throws IOException {
        return zip.getEntry(PASSWORD) == null ? Optional.empty() : Optional.of(bytes(zip, PASSWORD));
    }

    void writeDatabase(Path target) throws IOException {
        var draft = PrivateFile.draft(target);
        try (var in = zip.getInputStream(entry(zip, DataFolder.DATABASE));
                var out = Channels.newOutputStream(PrivateFile.open(draft))) {
            in.transferTo(out);
        }
        PrivateFile.publish(draft, target);
    }

    static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        put(zip, name, new ByteArrayInputStream(bytes));
    }

    static void put(ZipOutputStream zip, String name, InputStream bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        bytes.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(entry(zip, name))) {
            return in.readAllBytes();
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException(name + " is missing");
        }
        return entry;
    }

    private static CannotStartException notOurs(Path file, @org.jspecify.annotations.Nullable Throwable cause) {
        var message = file + " is not a whole backup made by this Homeline";
        return cause == null ? new CannotStartException(message) : new CannotStartException(message, cause);
    }
}
