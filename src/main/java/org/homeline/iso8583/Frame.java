package org.homeline.iso8583;

import org.jpos.iso.ISOMsg;

/**
 * The bytes of a message on their way through a channel of jPOS. The channel neither packs nor unpacks them: a {@link
 * Dialect} does that outside, where what can't be read harms no connection. Tells nothing of them, because jPOS may log it.
 */
final class Frame extends ISOMsg {
    private static final long serialVersionUID = 1;

    private byte[] bytes = {};

    Frame() {}

    Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    void fill(byte[] received) {
        bytes = received;
    }

    @Override
    public String toString() {
        return "Frame[" + bytes.length + "]";
    }

    @Override
    public void dump(java.io.PrintStream out, String indent) {
        out.println(indent + this);
    }
}
