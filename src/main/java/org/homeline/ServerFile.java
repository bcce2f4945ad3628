package org.homeline;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * How the operator's commands reach the server that runs on a data folder: {@code server.json} in it, readable by its
 * owner alone.
 *
 * @param port on the loopback interface
 * @param pid the server's process
 * @param token what the server asks for
 */
@Serdeable
record ServerFile(int port, long pid, String token) {
    static final String NAME = "server.json";

    /** Empty where no server left one that can be read. */
    static Optional<ServerFile> read(Path folder) {
        try {
            return Optional.ofNullable(
                    ObjectMapper.getDefault().readValue(Files.readAllBytes(folder.resolve(NAME)), ServerFile.class));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /** For a server that ends: commands no longer come to it. The next owner of the folder deletes what this leaves. */
    static void forgetQuietly(Path folder) {
        try {
            forget(folder);
        } catch (IOException left) {
            LoggerFactory.getLogger(ServerFile.class).debug("{} was left behind", NAME, left);
        }
    }

    byte[] json() {
        try {
            return ObjectMapper.getDefault().writeValueAsBytes(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
