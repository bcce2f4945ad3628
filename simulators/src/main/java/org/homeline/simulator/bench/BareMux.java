package org.homeline.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import org.jpos.iso.MUX;
import org.jpos.q2.Q2;
import org.jpos.q2.iso.QMUX;
import org.jpos.util.NameRegistrar;

/** A QMUX of jPOS with its channel, deployed as its guide says, towards a {@link BareHost}. Close it. */
final class BareMux implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    /** Without a listener it is silent. */
    private static final String LOGGER = "<logger name='Q2' class='org.jpos.q2.qbean.LoggerAdaptor'/>\n";

    private static final String MUX_ITSELF = """
            <mux name='bare' class='org.jpos.q2.iso.QMUX'>
              <in>bare-receive</in>
              <out>bare-send</out>
              <ready>bare-channel.ready</ready>
            </mux>
            """;

    private final Path folder;
    private final Q2 container;

    private BareMux(Path folder, Q2 container) {
        this.folder = folder;
        this.container = container;
    }

    static BareMux to(int port) {
        try {
            var folder = Files.createTempDirectory("homeline-qmux");
            Files.writeString(folder.resolve("00_logger.xml"), LOGGER);
            Files.writeString(folder.resolve("10_channel.xml"), channel(port));
            Files.writeString(folder.resolve("20_mux.xml"), MUX_ITSELF);
            var container = new Q2(new String[] {"-d", folder.toString()});
            container.start();
            return new BareMux(folder, container);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String channel(int port) {
        return """
                <channel-adaptor name='bare-channel' class='org.jpos.q2.iso.ChannelAdaptor'>
                  <channel class='org.jpos.iso.channel.NACChannel' packager='org.jpos.iso.packager.ISO87APackager'>
                    <property name='host' value='127.0.0.1'/>
                    <property name='port' value='%d'/>
                  </channel>
                  <in>bare-send</in>
                  <out>bare-receive</out>
                  <reconnect-delay>100</reconnect-delay>
                </channel-adaptor>
                """.formatted(port);
    }

    /** Once it is connected. */
    MUX mux() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            var found = NameRegistrar.getIfExists("mux.bare");
            if (found instanceof QMUX mux && mux.isConnected()) {
                return mux;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        throw new IllegalStateException("jPOS's QMUX did not connect");
    }

    @Override
    public void close() {
        container.shutdown(true);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
