package org.homeline.simulator.bank;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jspecify.annotations.Nullable;

/** One connection, and whether Homeline has signed on over it. jPOS clones it from a pattern for each connection. */
final class BankChannel extends BaseChannel {
    /** Longer than any pause between echoes. */
    private static final String SILENCE_MILLIS = "600000";

    private static final String LONGEST_MESSAGE = "9000";

    private final Wire wire;
    private volatile int signedOnIn;
    private volatile @Nullable CountDownLatch stalled;

    BankChannel(Wire wire) throws IOException {
        super(wire.packager());
        this.wire = wire;
        if (wire.header().length > 0) {
            setHeader(wire.header());
        }
        var settings = new SimpleConfiguration();
        settings.put("timeout", SILENCE_MILLIS);
        settings.put("max-packet-length", LONGEST_MESSAGE);
        settings.put("expect-keep-alive", "true");
        try {
            setConfiguration(settings);
        } catch (ConfigurationException wrong) {
            throw new IllegalStateException(wrong);
        }
        setSoLinger(false, 0);
    }

    /** The era of sign-ons in which this connection signed on; 0 before. */
    int signedOnIn() {
        return signedOnIn;
    }

    void signedOnIn(int era) {
        signedOnIn = era;
    }

    /** Neither reads nor answers from now on, until healed; called by the thread that reads. */
    void stall(CountDownLatch healed) throws InterruptedException {
        stalled = healed;
        healed.await();
        stalled = null;
    }

    boolean isStalled() {
        return stalled != null;
    }

    /** Closes it as a machine does that has forgotten the connection: with an RST and no farewell. */
    void reset() throws IOException {
        setSoLinger(true, 0);
        disconnect();
    }

    @Override
    protected ISOMsg createISOMsg() {
        return new Received();
    }

    @Override
    protected void unpack(ISOMsg message, byte[] bytes) {
        ((Received) message).read(bytes);
    }

    @Override
    protected void sendMessageLength(int bytes) throws IOException {
        serverOut.write(wire.length(bytes));
    }

    @Override
    protected int getMessageLength() throws IOException, ISOException {
        var written = new byte[wire.lengthBytes()];
        serverIn.readFully(written);
        return wire.length(written);
    }
}
