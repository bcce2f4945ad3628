package org.homeline.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.SecretKeyEntry;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The PKCS#12 file that holds the software keys, readable by its owner alone (mode 0600). Its password comes from {@code
 * HOMELINE_KEYSTORE_PASSWORD}, or from the file that {@code HOMELINE_KEYSTORE_PASSWORD_FILE} names, or, where neither is
 * set, from a file beside it that is made with it: enough to try Homeline, and worth moving off the machine for a live
 * service.
 */
public final class KeyStoreFile {
    public static final String NAME = "keys.p12";
    private static final String PASSWORD_NAME = "keys.password";
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final Map<String, String> environment;
    private @Nullable FutureTask<Keys> ahead;

    public KeyStoreFile(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    public Path path() {
        return folder.resolve(NAME);
    }

    public boolean exists() {
        return Files.exists(path());
    }

    /** Begins to open the keys, where there are any, on a thread of its own; {@link #open} then waits for the rest of it. */
    public void openAhead() {
        if (exists()) {
            ahead = new FutureTask<>(this::openNow);
            Thread.ofPlatform().daemon().name("keys").start(ahead);
        }
    }

    /**
     * Opens the keys, and makes them first where there is no file yet.
     *
     * @throws KeyStoreException where the file or its password is not right
     */
    public Keys open() {
        var begun = ahead;
        if (begun == null) {
            return openNow();
        }
        ahead = null;
        try {
            return begun.get();
        } catch (ExecutionException wrong) {
            throw wrong.getCause() instanceof KeyStoreException plain ? plain : new IllegalStateException(wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KeyStoreException("the start was stopped", stopped);
        }
    }

    private Keys openNow() {
        try {
            if (!exists()) {
                create();
            }
            return read(Files.readAllBytes(path()), password());
        } catch (IOException unreadable) {
            throw new KeyStoreException(
                    "the key store " + path() + " can't be read or written: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The file's bytes, still wrapped by its password: what a backup takes. */
    public byte[] wrapped() throws IOException {
        return Files.readAllBytes(path());
    }

    /**
     * Puts back what {@link #wrapped} gave, after proving that the password opens it.
     *
     * @throws KeyStoreException where it does not, or where other keys are there already
     */
    public Keys restore(byte[] wrapped) throws IOException {
        if (exists()) {
            throw new KeyStoreException(path() + " is there already: restore into an empty folder");
        }
        var keys = read(wrapped, password());
        write(path(), wrapped);
        return keys;
    }

    /** The password file made beside the store, for a backup that must open without the environment; empty where unused. */
    public java.util.Optional<byte[]> ownPassword() throws IOException {
        var file = folder.resolve(PASSWORD_NAME);
        return Files.exists(file) ? java.util.Optional.of(Files.readAllBytes(file)) : java.util.Optional.empty();
    }

    public void restoreOwnPassword(byte[] password) throws IOException {
        write(folder.resolve(PASSWORD_NAME), password);
    }

    private void create() throws IOException {
        Files.createDirectories(folder);
        var random = new SecureRandom();
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var protection = new PasswordProtection(password());
            for (var name : SoftwareKeys.NAMES) {
                var key = new byte[KEY_BYTES];
                random.nextBytes(key);
                store.setEntry(name, new SecretKeyEntry(new SecretKeySpec(key, "AES")), protection);
            }
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password());
            write(path(), bytes.toByteArray());
        } catch (GeneralSecurityException failed) {
            throw new KeyStoreException("the key store " + path() + " could not be made", failed);
        }
    }

    private Keys read(byte[] wrapped, char[] password) throws IOException {
        var keys = new TreeMap<String, byte[]>();
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(wrapped), password);
            for (var name : SoftwareKeys.NAMES) {
                var key = store.getKey(name, password);
                if (key == null) {
                    throw new KeyStoreException(
                            "the key store " + path() + " has no key '" + name + "': it is not Homeline's");
                }
                keys.put(name, key.getEncoded());
            }
        } catch (IOException | GeneralSecurityException wrong) {
            throw new KeyStoreException(
                    "the key store " + path() + " does not open: give its password in HOMELINE_KEYSTORE_PASSWORD or"
                            + " HOMELINE_KEYSTORE_PASSWORD_FILE",
                    wrong);
        }
        return new SoftwareKeys(keys, path());
    }

    private char[] password() throws IOException {
        var given = environment.get("HOMELINE_KEYSTORE_PASSWORD");
        if (given != null) {
            return notEmpty(given, "HOMELINE_KEYSTORE_PASSWORD");
        }
        var file = environment.get("HOMELINE_KEYSTORE_PASSWORD_FILE");
        if (file != null && !file.isEmpty()) {
            return fromFile(Path.of(file), "HOMELINE_KEYSTORE_PASSWORD_FILE names " + file);
        }
        var own = folder.resolve(PASSWORD_NAME);
        if (!Files.exists(own)) {
            if (exists()) {
                throw new KeyStoreException(
                        "no password for the key store " + path() + ": " + own
                                + " is not there. Put it back, or give it in HOMELINE_KEYSTORE_PASSWORD or HOMELINE_KEYSTORE_PASSWORD_FILE");
            }
            var random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            write(own, Base64.getUrlEncoder().withoutPadding().encode(random));
        }
        return notEmpty(Files.readString(own).strip(), own.toString());
    }

    private static char[] fromFile(Path file, String said) throws IOException {
        try {
            return notEmpty(Files.readString(file).strip(), said + ", which");
        } catch (NoSuchFileException missing) {
            throw new KeyStoreException(said + ", which is not there", missing);
        }
    }

    private static char[] notEmpty(String password, String source) {
        if (password.isEmpty()) {
            throw new KeyStoreException(source + " is empty: it must hold the password of the keys");
        }
        return password.toCharArray();
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
                mode)) {
            channel.write(java.nio.ByteBuffer.wrap(bytes));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
