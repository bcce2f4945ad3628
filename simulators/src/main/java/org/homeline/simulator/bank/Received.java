package org.homeline.simulator.bank;

import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jspecify.annotations.Nullable;

/** A message with the bytes it came in, which its authentication code covers; as much of it as could be read. */
final class Received extends ISOMsg {
    private byte[] image = new byte[0];
    private @Nullable String trouble;

    /** Unpacks; what can't be read is remembered, so that it can be answered, and does not end the connection. */
    void read(byte[] bytes) {
        image = bytes.clone();
        try {
            unpack(bytes);
        } catch (ISOException | RuntimeException unreadable) {
            // jPOS runs over the end of a message that is cut within a field.
            trouble = unreadable.getClass().getSimpleName();
        }
    }

    byte[] image() {
        return image.clone();
    }

    boolean isReadable() {
        return trouble == null;
    }

    /** Four digits, of which the third is even: not the answer to something. Everything else can't be answered. */
    boolean isAnswerable() {
        return messageType().matches("[0-9]{2}[02468][0-9]");
    }

    /** Empty where not even this could be read. */
    String messageType() {
        try {
            return hasMTI() ? getMTI() : "";
        } catch (ISOException none) {
            throw new IllegalStateException("a type that is there", none);
        }
    }

    /** The field's text, empty where the message has none. */
    String text(int field) {
        var text = getString(field);
        return text == null ? "" : text;
    }
}
