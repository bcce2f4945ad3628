package org.homeline.simulator.bank;

import java.nio.charset.StandardCharsets;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.packager.ISO87APackager;
import org.jpos.iso.packager.ISO87BPackager;

/** How the bank writes messages and frames: each partner of a bank's has agreed on one. */
public enum Wire {
    /** All in characters, the bitmap in hex; two bytes of length before. */
    ASCII("", 2, 16) {
        @Override
        ISOBasePackager packager() {
            return new ISO87APackager();
        }

        @Override
        byte[] length(int bytes) {
            return new byte[] {(byte) (bytes >> Byte.SIZE), (byte) bytes};
        }

        @Override
        int length(byte[] written) {
            return Byte.toUnsignedInt(written[0]) << Byte.SIZE | Byte.toUnsignedInt(written[1]);
        }
    },
    /** Digits packed, the bitmap as it is; four digits of length before, which count the TPDU too. */
    BINARY("6000010002", 4, 8) {
        @Override
        ISOBasePackager packager() {
            return new ISO87BPackager();
        }

        @Override
        byte[] length(int bytes) {
            if (bytes > HIGHEST) {
                throw new IllegalArgumentException("four digits do not say " + bytes);
            }
            return "%04d".formatted(bytes).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        int length(byte[] written) throws ISOException {
            var digits = new String(written, StandardCharsets.US_ASCII);
            if (!digits.matches("[0-9]{4}")) {
                throw new ISOException("the length of a frame is not four digits");
            }
            return Integer.parseInt(digits);
        }
    };

    private static final int HIGHEST = 9_999;

    private final String header;
    private final int lengthBytes;
    private final int codeBytes;

    Wire(String header, int lengthBytes, int codeBytes) {
        this.header = header;
        this.lengthBytes = lengthBytes;
        this.codeBytes = codeBytes;
    }

    /** The fields, for one user who keeps it. */
    abstract ISOBasePackager packager();

    /** What stands before a message that has this many bytes with its header. */
    abstract byte[] length(int bytes);

    abstract int length(byte[] written) throws ISOException;

    byte[] header() {
        return ISOUtil.hex2byte(header);
    }

    int lengthBytes() {
        return lengthBytes;
    }

    /** How many bytes a message authentication code takes at the end of a message. */
    int codeBytes() {
        return codeBytes;
    }

    /** A whole frame around a packed message. */
    byte[] frame(byte[] packed) {
        return frame(packed, header().length + packed.length);
    }

    /** A frame that says of itself that it is this long. */
    byte[] frame(byte[] packed, int said) {
        return ISOUtil.concat(ISOUtil.concat(length(said), header()), packed);
    }
}
