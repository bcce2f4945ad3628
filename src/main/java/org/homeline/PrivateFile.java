package org.homeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that only their owner may read (mode 0600) from their first byte on, and that are there whole or not at all. */
final class PrivateFile {
    static final FileAttribute<Set<PosixFilePermission>> MODE = attribute("rw-------");
    static final FileAttribute<Set<PosixFilePermission>> FOLDER_MODE = attribute("rwx------");

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final int MOST_SECRET_BYTES = 4096;

    private PrivateFile() {}

    /** Writes the file, in place of any other. */
    static void write(Path file, byte[] bytes) throws IOException {
        var draft = draft(file);
        try (var channel = open(draft)) {
            channel.write(ByteBuffer.wrap(bytes));
        }
        publish(draft, file);
    }

    /** Where to write what {@link #publish} then puts in its place. */
    static Path draft(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        return draft;
    }

    static FileChannel open(Path draft) throws IOException {
        return FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), MODE);
    }

    /** Puts the draft in the file's place once it is on the disk. */
    static void publish(Path draft, Path file) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The lines of a small file that holds a secret.
     *
     * @throws CannotStartException where others could have read it, or it is no such file
     */
    static List<String> secretLines(Path file) throws IOException {
        var open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.removeAll(OWNERS);
        if (!open.isEmpty()) {
            throw new CannotStartException("others can use " + file + " (" + PosixFilePermissions.toString(open)
                    + "): make it yours alone with 'chmod 600 " + file + "'. What was in it may be known by now");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_SECRET_BYTES) {
            throw new CannotStartException(file + " is no small text file");
        }
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
