package org.homeline.iso8583;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.homeline.configuration.Node;

/**
 * How messages follow each other on a connection: each has its length before it, and perhaps a header between length and
 * message, which the length counts too.
 *
 * @param header what every message of ours begins with; its length is that of every message's header
 */
public record Framing(Length length, byte[] header) {
    /** The address header of ISO 8583 over TCP that old hosts keep from X.25: protocol, destination, source. */
    private static final int TPDU_BYTES = 5;

    /** How a length is written. */
    public enum Length {
        /** Two bytes, the more significant first. */
        BINARY_2 {
            @Override
            int read(DataInput in) throws IOException {
                return in.readUnsignedShort();
            }

            @Override
            void write(DataOutput out, int length) throws IOException {
                out.writeShort(length);
            }
        },
        /** Four digits. */
        ASCII_4 {
            @Override
            int read(DataInput in) throws IOException {
                int length = 0;
                for (int i = 0; i < 4; i++) {
                    length = 10 * length + digit(in.readUnsignedByte() - '0');
                }
                return length;
            }

            @Override
            void write(DataOutput out, int length) throws IOException {
                out.writeBytes("%04d".formatted(length));
            }
        },
        /** Four digits in two bytes. */
        BCD_2 {
            @Override
            int read(DataInput in) throws IOException {
                int length = 0;
                for (int i = 0; i < 2; i++) {
                    int both = in.readUnsignedByte();
                    length = 100 * length + 10 * digit(both >> 4) + digit(both & 0x0F);
                }
                return length;
            }

            @Override
            void write(DataOutput out, int length) throws IOException {
                out.write(HexFormat.of().parseHex("%04d".formatted(length)));
            }
        };

        abstract int read(DataInput in) throws IOException;

        abstract void write(DataOutput out, int length) throws IOException;

        private static int digit(int digit) throws IOException {
            if (digit < 0 || digit > 9) {
                throw new IOException("what should be a length is no number");
            }
            return digit;
        }
    }

    /** @throws org.homeline.configuration.ConfigurationException where the header is no hexadecimal */
    public static Framing read(Node node) {
        node.only("length", "header");
        return new Framing(
                node.get("length").oneOf(Length.class),
                node.find("header")
                        .map(header -> header.read("bytes in hexadecimal", HexFormat.of()::parseHex))
                        .orElse(new byte[0]));
    }

    /** The header of an answer: the request's, and where that is an address, from and to exchanged. */
    static byte[] answering(byte[] request) {
        var answer = request.clone();
        if (request.length == TPDU_BYTES) {
            System.arraycopy(request, 1, answer, 3, 2);
            System.arraycopy(request, 3, answer, 1, 2);
        }
        return answer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Framing(var its, var itsHeader) && length == its && Arrays.equals(header, itsHeader);
    }

    @Override
    public int hashCode() {
        return 31 * length.hashCode() + Arrays.hashCode(header);
    }
}
