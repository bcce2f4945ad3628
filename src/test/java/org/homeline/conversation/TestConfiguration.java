package org.homeline.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A copy of {@code gateway-config} whose menus are those of the small test bank. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** Writes it below the folder. */
    public static Path in(Path folder) {
        try {
            for (var language : List.of("en", "es", "fr", "sw")) {
                var name = "texts/" + language + ".yaml";
                var own = withWrongPin(Files.readString(Path.of("gateway-config", name)));
                write(folder, name, own + resource("texts.yaml"));
            }
            write(folder, "chart-of-accounts.yaml", Files.readString(Path.of("gateway-config/chart-of-accounts.yaml")));
            write(folder, "menus/test.yaml", resource("menus.yaml"));
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

    /** As long as no policy brings the text of its own. */
    private static String withWrongPin(String texts) {
        return texts.contains("wrong-pin:")
                ? texts
                : texts.replace("refused:\n", "refused:\n  wrong-pin: Wrong PIN, {left} tries left.\n");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
