package org.homeline.iso8583;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jpos.iso.ISOServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket that a host listens on. Bound before jPOS asks for it, so that whoever opens the host hears of a port that is
 * taken, and which port 0 has become; and bound again on that port where jPOS, which closes it while it has its most
 * connections, asks again.
 */
final class Door implements ISOServerSocketFactory, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int BACKLOG = 50;

    private final Host.Settings settings;
    private final int port;
    private @Nullable ServerSocket ready;
    private @Nullable ServerSocket last;
    private boolean closed;

    Door(Host.Settings settings) throws IOException {
        this.settings = settings;
        var socket = bind(settings.port());
        this.ready = socket;
        this.last = socket;
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    @Override
    public synchronized ServerSocket createServerSocket(int asked) throws IOException {
        if (closed) {
            throw new IOException("the host is closed");
        }
        var socket = ready == null ? bind(port) : ready;
        ready = null;
        last = socket;
        return socket;
    }

    private ServerSocket bind(int wanted) throws IOException {
        var socket = settings.tls().isPresent() ? settings.tls().get().socket() : new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), wanted), BACKLOG);
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (last != null) {
                last.close();
            }
        } catch (IOException already) {
            LOG.debug("host {}: {}", settings.name(), already.getMessage());
        }
    }
}
