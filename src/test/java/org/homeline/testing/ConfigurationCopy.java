package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A copy of the real configuration in which a test changes what it needs otherwise. */
public final class ConfigurationCopy {
    private static final Path ORIGINAL = Path.of("gateway-config");

    private final Path folder;

    private ConfigurationCopy(Path folder) {
        this.folder = folder;
    }

    /** In a folder of its own. */
    public static ConfigurationCopy make() {
        var folder = TemporaryFolders.make("homeline-config");
        try (var files = Files.walk(ORIGINAL)) {
            for (var file : files.toList()) {
                var target = folder.resolve(ORIGINAL.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return new ConfigurationCopy(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param change must change something: a test that meant to and did not shows nothing */
    public ConfigurationCopy with(String file, UnaryOperator<String> change) {
        try {
            var path = folder.resolve(file);
            var before = Files.readString(path);
            var after = change.apply(before);
            assertThat(after).as(file + " after the change").isNotEqualTo(before);
            Files.writeString(path, after);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path folder() {
        return folder;
    }
}
