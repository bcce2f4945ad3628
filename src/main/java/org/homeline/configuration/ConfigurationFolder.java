package org.homeline.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The folder with everything an operator may change ({@code gateway-config}, or what {@code --config} names).
 *
 * @param path the folder
 */
public record ConfigurationFolder(Path path) {
    /**
     * Reads a YAML file of the folder.
     *
     * @param name the file's name below the folder, with slashes
     * @throws ConfigurationException where it is missing, empty or not YAML
     */
    public Node read(String name) {
        try (var reader = Files.newBufferedReader(path.resolve(name))) {
            var settings =
                    LoadSettings.builder().setUseMarks(true).setLabel(name).build();
            return new Compose(settings)
                    .composeReader(reader)
                    .map(yaml -> new Node(name, "", yaml))
                    .orElseThrow(() -> wrong(name, 0, "is empty"));
        } catch (MarkedYamlEngineException notYaml) {
            var line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw wrong(name, line, "is not YAML: " + notYaml.getProblem());
        } catch (IOException unreadable) {
            throw wrong(name, 0, "can't be read in " + path.toAbsolutePath());
        }
    }

    /** The names of a sub-folder's files with this ending, sorted, each as {@link #read} takes it. */
    public List<String> list(String folder, String ending) {
        try (var files = Files.list(path.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException unreadable) {
            throw wrong(folder, 0, "can't be read in " + path.toAbsolutePath());
        }
    }

    private static ConfigurationException wrong(String file, int line, String mend) {
        return new ConfigurationException(List.of(new Problem(file, line, "", mend)));
    }
}
