package org.homeline.simulator.terminal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** The last field of a message, 64 or 128: the code of all bytes before it. */
final class Codes {
    private static final int SHORT = 64;
    private static final int LONG = 128;
    private static final int BYTES = 8;

    private Codes() {}

    /** Puts the code in. */
    static ISOMsg write(ISOMsg message, UnaryOperator<byte[]> code) {
        try {
            int place = place(message);
            message.set(place, new byte[BYTES]);
            message.setPackager(Line.packager());
            var packed = message.pack();
            message.set(place, code.apply(Arrays.copyOf(packed, packed.length - BYTES)));
            return message;
        } catch (ISOException unpackable) {
            throw new IllegalArgumentException(unpackable);
        }
    }

    /** False also where there is none. */
    static boolean isRight(Line.Came came, UnaryOperator<byte[]> code) {
        int place = place(came);
        var covered = Arrays.copyOf(came.image(), Math.max(0, came.image().length - BYTES));
        return came.hasField(place) && Arrays.equals(came.getBytes(place), code.apply(covered));
    }

    private static int place(ISOMsg message) {
        return message.getMaxField() > SHORT ? LONG : SHORT;
    }
}
