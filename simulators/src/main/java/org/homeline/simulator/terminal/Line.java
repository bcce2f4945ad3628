package org.homeline.simulator.terminal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jpos.iso.IFB_BINARY;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87BPackager;
import org.jspecify.annotations.Nullable;

/** The connection to the host: two bytes of length, an address header (TPDU), the message packed; jPOS's own channel. */
final class Line extends NACChannel {
    private static final byte[] ADDRESSES = {0x60, 0, 0, 0, 0};
    private static final int PIN_BLOCK_BYTES = 16;

    /** What kept it from connecting, the last time that it could not. */
    private @Nullable IOException failure;

    /** A message with the bytes that it came in. */
    static final class Came extends ISOMsg {
        private static final long serialVersionUID = 1;
        private byte[] image = {};

        byte[] image() {
            return image;
        }
    }

    /** @param tls empty for a plain connection */
    Line(String host, int port, Optional<Trust> tls) {
        super(host, port, packager(), ADDRESSES.clone());
        tls.ifPresent(this::setSocketFactory);
    }

    /** ISO 8583:1987 packed, with a PIN block of format 4. */
    static ISO87BPackager packager() {
        var packager = new ISO87BPackager();
        packager.setFieldPackager(52, new IFB_BINARY(PIN_BLOCK_BYTES, "PIN BLOCK"));
        return packager;
    }

    @Override
    protected ISOMsg createISOMsg() {
        var came = new Came();
        came.setPackager(getPackager());
        return came;
    }

    @Override
    protected void unpack(ISOMsg message, byte[] image) throws ISOException {
        super.unpack(message, image);
        if (message instanceof Came came) {
            came.image = image.clone();
        }
    }

    /** Connects, or says in an agent's words why not: jPOS keeps of what failed the name of its class alone. */
    void reach() throws IOException {
        try {
            connect();
        } catch (IOException nameless) {
            var why = failure;
            throw why == null ? nameless : new IOException(words(why, getHost() + ":" + getPort()), why);
        }
    }

    @Override
    protected Socket newSocket(String host, int port) throws IOException {
        try {
            return super.newSocket(host, port);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    private static String words(IOException failure, String address) {
        return switch (failure) {
            case ConnectException _ -> "nobody listens at " + address;
            case NoRouteToHostException _ -> "no way leads to " + address;
            case UnknownHostException _ -> "nobody knows where " + address + " is";
            case SocketTimeoutException _ -> address + " says nothing";
            case SSLHandshakeException strange
            when strange.getCause() instanceof CertificateException ->
                address + " shows another certificate than the one that is trusted";
            case SSLException _ -> address + " does not speak TLS as this terminal does";
            default -> "the connection to " + address + " broke";
        };
    }

    void tell(ISOMsg message) throws IOException {
        try {
            send(message);
        } catch (ISOException unpackable) {
            throw new IOException(unpackable);
        }
    }
}
