package org.homeline.simulator.terminal;

import java.io.IOException;
import java.util.Optional;
import org.jpos.iso.IFB_BINARY;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87BPackager;

/** The connection to the host: two bytes of length, an address header (TPDU), the message packed; jPOS's own channel. */
final class Line extends NACChannel {
    private static final byte[] ADDRESSES = {0x60, 0, 0, 0, 0};
    private static final int PIN_BLOCK_BYTES = 16;

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

    void tell(ISOMsg message) throws IOException {
        try {
            send(message);
        } catch (ISOException unpackable) {
            throw new IOException(unpackable);
        }
    }
}
