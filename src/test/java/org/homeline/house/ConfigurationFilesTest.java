package org.homeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.inject.BeanDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file that nobody reads misleads whoever edits it. What is read is seen by the JDK's flight recorder. */
final class ConfigurationFilesTest {
    private static final Path FOLDER = Path.of("gateway-config");

    @Test
    void everyFileIsReadBySomebody(@TempDir Path folder) throws IOException {
        var read = new HashSet<Path>();
        try (var recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            startEverything();
            recording.stop();
            var file = folder.resolve("reads.jfr");
            recording.dump(file);
            for (var event : RecordingFile.readAllEvents(file)) {
                var path = event.getString("path");
                if (path != null) {
                    read.add(Path.of(path).toAbsolutePath().normalize());
                }
            }
        }
        assertThat(Source.below(FOLDER.toString()).stream()
                        .map(Source::path)
                        .filter(path -> !read.contains(path.toAbsolutePath().normalize())))
                .as("configuration files that no bean of the server reads: take them out, or read them")
                .isEmpty();
        assertThat(Files.exists(FOLDER)).isTrue();
    }

    private static void startEverything() {
        try (var server = TestServer.onH2(Map.of())) {
            Set<BeanDefinition<?>> beans = new HashSet<>(server.context().getAllBeanDefinitions());
            beans.stream()
                    .filter(bean -> bean.getBeanType().getName().startsWith(Floors.HOUSE + "."))
                    .filter(BeanDefinition::isSingleton)
                    .forEach(bean -> server.context().getBean(bean));
        }
    }
}
