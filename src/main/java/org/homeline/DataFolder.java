package org.homeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing, and takes it.
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
            if (!Files.isDirectory(path)) {
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
            return Optional.of(new DataFolder(path, channel, lock.get()));
        } catch (IOException unusable) {
            throw new CannotStartException("the data folder " + path + " can't be used: " + unusable, unusable);
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
            throw new CannotStartException("the data folder " + path + " can't be read: " + unreadable, unreadable);
        }
    }

    Path path() {
        return path;
    }

    /** Deletes every file in it but the lock: for a folder that was empty when it was taken. */
    void empty() {
        try (var files = Files.list(path)) {
            for (var file : files.filter(file -> !file.endsWith(LOCK)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new CannotStartException("the data folder " + path + " could not be emptied: " + failed, failed);
        }
    }

    /** Lets the operator's commands find the server that runs here. */
    void publish(ServerFile server) {
        try {
            PrivateFile.write(path.resolve(ServerFile.NAME), server.json());
        } catch (IOException failed) {
            throw new CannotStartException("the data folder " + path + " can't be written: " + failed, failed);
        }
    }

    @Override
    public void close() {
        try {
            ServerFile.forget(path);
            lock.release();
            channel.close();
        } catch (IOException alreadyGone) {
            throw new CannotStartException(
                    "the data folder " + path + " could not be left: " + alreadyGone, alreadyGone);
        }
    }
}
