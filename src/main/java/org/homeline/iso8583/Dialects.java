package org.homeline.iso8583;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problems;

/** Every dialect in {@code gateway-config/iso8583/dialects}, by the name of its file without the ending. */
public final class Dialects {
    private static final String FOLDER = Dialect.FOLDER + "/dialects";
    private static final String ENDING = ".yaml";

    private final Map<String, Dialect> dialects;

    private Dialects(Map<String, Dialect> dialects) {
        this.dialects = dialects;
    }

    /** @throws org.homeline.configuration.ConfigurationException naming what is wrong in all of them */
    public static Dialects read(ConfigurationFolder folder) {
        var dialects = new TreeMap<String, Dialect>();
        var problems = new Problems();
        problems.each(folder.list(FOLDER, ENDING), file -> {
            var name = file.substring(file.lastIndexOf('/') + 1, file.length() - ENDING.length());
            dialects.put(name, Dialect.read(folder, name));
        });
        problems.raise();
        return new Dialects(dialects);
    }

    public Optional<Dialect> find(String name) {
        return Optional.ofNullable(dialects.get(name));
    }

    public Set<String> names() {
        return dialects.keySet();
    }
}
