package org.homeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.homeline.signing.KeyStoreFile;

/**
 * A data folder that this process alone works on, until it is closed. The lock is the operating system's, so that it ends
 * with the process, however that ends; what a dead server left in {@code server.json} is therefore known to be stale.
 */
final class DataFolder implements AutoCloseable {
    static final String DATABASE = "homeline.mv.db";
    static final String LOCK = "homeline.lock";
    private static final String CLOSED_TO_OTHERS = "------";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    /** Made by this process, which so far has nothing to show for it. */
    private boolean fresh;

    private DataFolder(Path path, FileChannel channel, FileLock lock, boolean fresh) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.fresh = fresh;
    }

    /**
     * Makes the folder where it is missing, and takes it. One that was made is gone again once it is closed, unless it is
     * kept.
     *
     * @throws CannotStartException where another process has it, or it can't be written
     */
    static DataFolder claim(Path path) {
        return tryClaim(path)
                .orElseThrow(() -> new CannotStartException("the data folder " + path + " is in use by another process"
                        + ServerFile.read(path)
                                .map(server -> ": a server, process " + server.pid())
                                .orElse("")));
    }

    /** Empty where another process has it. */
    static Optional<DataFolder> tryClaim(Path path) {
        try {
            boolean fresh = !Files.isDirectory(path);
            if (fresh && Files.exists(path)) {
                throw new CannotStartException("the data folder " + path + " can't be used: it is a file");
            }
            if (fresh) {
                Files.createDirectories(path, PrivateFile.FOLDER_MODE);
            }
            var channel = FileChannel.open(
                    path.resolve(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFile.MODE);
            var lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            ServerFile.forget(path);
            return Optional.of(new DataFolder(path, channel, lock.get(), fresh));
        } catch (IOException unusable) {
            throw new CannotStartException(
                    "the data folder " + path + " can't be used: " + Failures.why(unusable), unusable);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException alreadyOurs) {
            return Optional.empty();
        }
    }

    static boolean hasKeys(Path path) {
        return Files.exists(path.resolve(KeyStoreFile.NAME));
    }

    static boolean hasDatabase(Path path) {
        return Files.exists(path.resolve(DATABASE));
    }

    /** Whether nothing is in it but what a process leaves that once held it. */
    static boolean isEmpty(Path path) {
        if (!Files.exists(path)) {
            return true;
        }
        try (var files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(LOCK));
        } catch (IOException unreadable) {
            throw new CannotStartException(
                    "the data folder " + path + " can't be read: " + Failures.why(unreadable), unreadable);
        }
    }

    Path path() {
        return path;
    }

    /** What is in it, or belongs to it, is worth something from now on. */
    void keep() {
        fresh = false;
    }

    /** What to say where others than its owner may look into it. */
    Optional<String> looseness() {
        try {
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return mode.endsWith(CLOSED_TO_OTHERS)
                    ? Optional.empty()
                    : Optional.of("Others may look into the data folder " + path + " (" + mode + "): chmod 700 it.");
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Deletes every file in it but the lock: for a folder that was empty when it was taken. */
    void empty() {
        try (var files = Files.list(path)) {
            for (var file : files.filter(file -> !file.endsWith(LOCK)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new CannotStartException(
                    "the data folder " + path + " could not be emptied: " + Failures.why(failed), failed);
        }
    }

    /** Lets the operator's commands find the server that runs here. */
    void publish(ServerFile server) {
        try {
            PrivateFile.write(path.resolve(ServerFile.NAME), server.json());
        } catch (IOException failed) {
            throw new CannotStartException(
                    "the data folder " + path + " can't be written: " + Failures.why(failed), failed);
        }
    }

    @Override
    public void close() {
        try {
            ServerFile.forget(path);
            if (fresh) {
                TemporaryFolder.delete(path);
            }
            lock.release();
            channel.close();
        } catch (IOException alreadyGone) {
            throw new CannotStartException(
                    "the data folder " + path + " could not be left: " + Failures.why(alreadyGone), alreadyGone);
        }
    }
}
