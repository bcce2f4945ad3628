package org.homeline.iso8583;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.header.BaseHeader;

/** A channel of jPOS that carries {@link Frame}s by a {@link Framing}: towards a partner, or from one to an ISOServer. */
final class FrameChannel extends BaseChannel {
    /** Far above what 128 fields of money need; a greater length is no length. */
    static final int LONGEST = 16_384;

    private final Framing framing;
    private Duration connectWithin = Duration.ZERO;

    /** The pattern from which an ISOServer makes one a connection. */
    FrameChannel(Framing framing) {
        this.framing = framing;
        setMaxPacketLength(LONGEST);
        setSoLinger(false, 0);
        if (framing.header().length > 0) {
            setHeader(framing.header());
        }
    }

    FrameChannel(Framing framing, String host, int port, Duration connectWithin) {
        this(framing);
        this.connectWithin = connectWithin;
        // What was given up shall not be delivered afterwards: with its connection goes what is still in the buffer.
        setSoLinger(true, 0);
        setHost(host, port);
    }

    /** For how long a connection may say nothing before it ends. */
    void waitAtMost(Duration silence) {
        try {
            setTimeout(Math.toIntExact(silence.toMillis()));
        } catch (SocketException impossible) {
            throw new IllegalStateException("there is no socket yet", impossible);
        }
    }

    /** Sends bytes as a message of ours. */
    void send(Frame frame) throws IOException {
        try {
            super.send(frame);
        } catch (ISOException refused) {
            throw new IOException(refused);
        }
    }

    /** Sends bytes as the answer to a message, along the way that its header tells. */
    void answer(Frame request, Frame answer) throws IOException {
        var header = request.getHeader();
        if (header != null && header.length > 0) {
            answer.setHeader(new BaseHeader(Framing.answering(header)));
        }
        send(answer);
    }

    /** jPOS takes this time-out from a configuration alone. */
    @Override
    protected Socket newSocket(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(connectWithin.toMillis()));
            return socket;
        } catch (IOException unreached) {
            socket.close();
            throw unreached;
        }
    }

    /** Also for those that a server accepts: an answer does not wait for the acknowledgement of the one before. */
    @Override
    protected void postConnectHook() throws IOException {
        getSocket().setTcpNoDelay(true);
    }

    @Override
    protected ISOMsg createISOMsg() {
        return new Frame();
    }

    @Override
    protected void unpack(ISOMsg message, byte[] bytes) {
        ((Frame) message).fill(bytes);
    }

    @Override
    protected byte[] pack(ISOMsg message) {
        return ((Frame) message).bytes();
    }

    @Override
    protected int getMessageLength() throws IOException {
        int length = framing.length().read(serverIn);
        if (length < framing.header().length) {
            throw new IOException("a length of " + length + " has no room for the header");
        }
        return length;
    }

    @Override
    protected void sendMessageLength(int length) throws IOException {
        framing.length().write(serverOut, length);
    }
}
