package org.homeline.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files on a machine that loses power: what was written and not synced is in memory alone, and gone when the power
 * is. Use {@code jdbc:h2:unsynced:/folder/name}.
 */
public final class UnsyncedFiles extends FilePathWrapper {
    private static final Map<String, Contents> OPEN = new ConcurrentHashMap<>();

    /** H2 makes one of these for each path, by reflection. */
    public UnsyncedFiles() {}

    static void register() {
        FilePath.register(new UnsyncedFiles());
    }

    /** The process is killed: what it wrote stays, synced or not, and it writes nothing more. */
    static void kill() {
        OPEN.values().forEach(Contents::kill);
        OPEN.clear();
    }

    /** From now on nothing reaches the disk; open files go on as if it did, so that the database can be shut down. */
    static void losePower() {
        OPEN.values().forEach(Contents::losePower);
        OPEN.clear();
    }

    @Override
    public String getScheme() {
        return "unsynced";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = getBase().open(mode);
        return new Channel(file, OPEN.computeIfAbsent(getBase().toString(), name -> new Contents(file)));
    }

    /** What a file holds as its writers see it, and what of it the disk has not seen. */
    private static final class Contents {
        private final List<Write> unsynced = new ArrayList<>();
        private byte[] bytes;
        private int size;
        private boolean hasPower = true;

        private record Write(long position, byte[] bytes, boolean truncates) {}

        private final FileChannel file;

        Contents(FileChannel file) {
            this.file = file;
            try {
                var read = ByteBuffer.allocate((int) file.size());
                while (read.hasRemaining() && file.read(read, read.position()) >= 0) {}
                bytes = read.array();
                size = bytes.length;
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        synchronized int read(ByteBuffer into, long position) {
            if (position >= size) {
                return -1;
            }
            int length = (int) Math.min(into.remaining(), size - position);
            into.put(bytes, (int) position, length);
            return length;
        }

        synchronized int write(ByteBuffer from, long position) {
            var written = new byte[from.remaining()];
            from.get(written);
            int end = (int) position + written.length;
            if (end > bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
            }
            System.arraycopy(written, 0, bytes, (int) position, written.length);
            size = Math.max(size, end);
            unsynced.add(new Write(position, written, false));
            return written.length;
        }

        synchronized void truncate(long newSize) {
            if (newSize < size) {
                java.util.Arrays.fill(bytes, (int) newSize, size, (byte) 0);
                size = (int) newSize;
                unsynced.add(new Write(newSize, new byte[0], true));
            }
        }

        synchronized long size() {
            return size;
        }

        synchronized void sync(FileChannel file) throws IOException {
            for (var write : unsynced) {
                if (hasPower && write.truncates) {
                    file.truncate(write.position);
                } else if (hasPower) {
                    file.write(ByteBuffer.wrap(write.bytes), write.position);
                }
            }
            unsynced.clear();
        }

        synchronized void kill() {
            try {
                sync(file);
            } catch (IOException unwritable) {
                throw new java.io.UncheckedIOException(unwritable);
            }
            hasPower = false;
        }

        synchronized void losePower() {
            hasPower = false;
        }
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;
        private final Contents contents;

        Channel(FileChannel file, Contents contents) {
            this.file = file;
            this.contents = contents;
        }

        @Override
        public long size() {
            return contents.size();
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) {
            return contents.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) {
            return contents.write(from, position);
        }

        @Override
        protected void implTruncate(long size) {
            contents.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            contents.sync(file);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            contents.sync(file);
            OPEN.values().remove(contents);
            file.close();
        }
    }
}
