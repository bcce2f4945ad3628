package org.homeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What this very program has found in order at this very place, so that its next start need not look again: the words of
 * the configuration, and the tables. Kept as three lines in the data folder; without them everything is looked at, as it is
 * by a program that was not started by the launcher and so doesn't know which one it is.
 *
 * @param program which program, as the launcher names it; empty where that is not known
 * @param words a digest of the configuration folder
 * @param schema the tables, as {@link org.homeline.database.Schema#state} has them
 */
record Passed(String program, String words, String schema) {
    private static final String NAME = "passed";

    /** What this program passed at its last start here; nothing where that was another program or there was none. */
    static Passed read(Path data, String program) {
        try {
            var lines = Files.readAllLines(data.resolve(NAME), StandardCharsets.US_ASCII);
            if (!program.isEmpty() && lines.size() == 3 && lines.getFirst().equals(program)) {
                return new Passed(program, lines.get(1), lines.get(2));
            }
        } catch (IOException absent) {
            LoggerFactory.getLogger(Passed.class).debug("nothing was passed here before", absent);
        }
        return new Passed(program, "", "");
    }

    /** For the next start, which looks again where this can't be written. */
    void write(Path data) {
        if (program.isEmpty()) {
            return;
        }
        try {
            PrivateFile.write(
                    data.resolve(NAME),
                    String.join("\n", List.of(program, words, schema)).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException unwritable) {
            LoggerFactory.getLogger(Passed.class).warn("the next start will take longer: {}", unwritable.toString());
        }
    }

    /** A digest of all files in the configuration folder, also of those that are reached by links, by name and content. */
    static String digest(Path folder) {
        try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                part(digest, folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                part(digest, Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new CannotStartException(
                    "the configuration folder " + folder.toAbsolutePath() + " can't be read: "
                            + Failures.why(unreadable),
                    unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void part(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
