package org.homeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A data folder that is gone afterwards. */
final class TemporaryPlace implements AutoCloseable {
    private final Place place;
    private final DataFolder folder;

    TemporaryPlace(Path config) throws IOException {
        var path = Files.createTempDirectory("homeline");
        this.place = Place.of(path, config);
        this.folder = DataFolder.claim(path);
    }

    Place place() {
        return place;
    }

    DataFolder folder() {
        return folder;
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        folder.empty();
        folder.close();
        Files.deleteIfExists(folder.path().resolve(DataFolder.LOCK));
        Files.deleteIfExists(folder.path());
    }
}
