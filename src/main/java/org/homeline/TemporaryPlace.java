package org.homeline;

import java.io.IOException;
import java.nio.file.Path;

/** A data folder that is gone afterwards. */
final class TemporaryPlace implements AutoCloseable {
    private final TemporaryFolder temporary;
    private final Place place;
    private final DataFolder folder;

    TemporaryPlace(Path config) throws IOException {
        this.temporary = TemporaryFolder.make("homeline");
        this.place = Place.of(temporary.path(), config);
        this.folder = DataFolder.claim(temporary.path());
    }

    Place place() {
        return place;
    }

    DataFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        folder.close();
        temporary.close();
    }
}
