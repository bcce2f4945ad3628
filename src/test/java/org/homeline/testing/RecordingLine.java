package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;

/**
 * A line between whoever asks and a host that writes down what passes, a frame a line: {@code >} from the one and {@code <} from
 * the other, in hexadecimal with length and addresses. It may lose answers, by their number.
 */
public final class RecordingLine implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final int host;
    private final IntPredicate lost;
    private int answers;

    public RecordingLine(int host, IntPredicate lost) throws IOException {
        this.host = host;
        this.lost = lost;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public List<String> frames() {
        return frames;
    }

    private void accept() {
        try {
            while (true) {
                var terminal = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), host);
                Thread.ofVirtual().start(() -> pass(terminal, server, true));
                Thread.ofVirtual().start(() -> pass(server, terminal, false));
            }
        } catch (IOException closed) {
            assertThat(door.isClosed()).isTrue();
        }
    }

    private void pass(Socket one, Socket other, boolean asks) {
        try (one;
                other) {
            var in = one.getInputStream();
            for (var frame = frame(in); frame.length > 0; frame = frame(in)) {
                frames.add((asks ? "> " : "< ") + HexFormat.of().formatHex(frame));
                if (asks || !lost.test(count())) {
                    other.getOutputStream().write(frame);
                }
            }
        } catch (IOException over) {
            assertThat(one.isClosed() || other.isClosed()).isTrue();
        }
    }

    private synchronized int count() {
        return ++answers;
    }

    /** With the two bytes of its length; empty where nothing follows. */
    public static byte[] frame(InputStream in) throws IOException {
        var length = in.readNBytes(2);
        if (length.length < 2) {
            return new byte[0];
        }
        int size = (length[0] & 0xFF) << 8 | (length[1] & 0xFF);
        var frame = Arrays.copyOf(length, 2 + size);
        in.readNBytes(frame, 2, size);
        return frame;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
