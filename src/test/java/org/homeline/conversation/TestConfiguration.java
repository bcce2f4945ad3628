package org.homeline.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** A copy of {@code gateway-config} whose menus are those of the small test bank. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** Writes it below the folder. */
    public static Path in(Path folder) {
        try {
            copy(folder);
            for (var language : List.of("en", "es", "fr", "sw")) {
                var texts = folder.resolve("texts/" + language + ".yaml");
                Files.writeString(texts, Files.readString(texts) + resource("texts.yaml"));
            }
            Files.writeString(folder.resolve("menus/test.yaml"), resource("menus.yaml"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String resource(String name) throws IOException {
        try (var stream =
                Objects.requireNonNull(TestConfiguration.class.getResourceAsStream("/conversation/" + name))) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static void copy(Path folder) throws IOException {
        var from = Path.of("gateway-config");
        Files.createDirectories(folder.resolve("menus"));
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = from.relativize(file);
                if (!name.startsWith("menus")) {
                    var to = folder.resolve(name.toString());
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
