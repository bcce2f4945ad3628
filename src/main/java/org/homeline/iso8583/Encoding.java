package org.homeline.iso8583;

import org.homeline.configuration.Node;
import org.jpos.iso.IFA_AMOUNT;
import org.jpos.iso.IFA_BINARY;
import org.jpos.iso.IFA_BITMAP;
import org.jpos.iso.IFA_LLCHAR;
import org.jpos.iso.IFA_LLLBINARY;
import org.jpos.iso.IFA_LLLCHAR;
import org.jpos.iso.IFA_LLLNUM;
import org.jpos.iso.IFA_LLNUM;
import org.jpos.iso.IFA_NUMERIC;
import org.jpos.iso.IFB_AMOUNT;
import org.jpos.iso.IFB_BINARY;
import org.jpos.iso.IFB_BITMAP;
import org.jpos.iso.IFB_LLCHAR;
import org.jpos.iso.IFB_LLLBINARY;
import org.jpos.iso.IFB_LLLCHAR;
import org.jpos.iso.IFB_LLLNUM;
import org.jpos.iso.IFB_LLNUM;
import org.jpos.iso.IFB_NUMERIC;
import org.jpos.iso.IF_CHAR;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;

/** How a dialect writes digits, lengths, bits and its bitmap: as characters, or packed into half as many bytes. */
record Encoding(Digits digits, Bits bits, Bits bitmap) {
    /** Of numeric fields and of the lengths before fields. */
    enum Digits {
        ASCII,
        BCD
    }

    /** Of binary fields and of the bitmap. */
    enum Bits {
        HEX,
        BINARY
    }

    static Encoding read(Node node) {
        return new Encoding(
                node.get("digits").oneOf(Digits.class),
                node.get("bits").oneOf(Bits.class),
                node.get("bitmap").oneOf(Bits.class));
    }

    ISOBitMapPackager bitmapPackager() {
        return bitmap == Bits.HEX ? new IFA_BITMAP(16, "bitmap") : new IFB_BITMAP(16, "bitmap");
    }

    /** How many bytes a binary field of fixed length takes on the wire. */
    int bytesOf(FieldFormat binary) {
        return bits == Bits.HEX ? 2 * binary.size() : binary.size();
    }

    /** @throws IllegalArgumentException where jPOS has no such field: a short binary one with a length, say */
    ISOFieldPackager packager(FieldFormat format, String name) {
        return switch (format.kind()) {
            case NUMERIC -> numeric(format, name);
            case TEXT -> text(format, name);
            case SIGNED_AMOUNT -> {
                requireFixed(format);
                yield digits == Digits.ASCII
                        ? new IFA_AMOUNT(format.size() + 1, name)
                        : new IFB_AMOUNT(format.size() + 1, name, true);
            }
            case BINARY -> binary(format, name);
        };
    }

    private ISOFieldPackager numeric(FieldFormat format, String name) {
        boolean ascii = digits == Digits.ASCII;
        return switch (format.lengthDigits()) {
            case 0 -> ascii ? new IFA_NUMERIC(format.size(), name) : new IFB_NUMERIC(format.size(), name, true);
            case 2 -> ascii ? new IFA_LLNUM(format.size(), name) : new IFB_LLNUM(format.size(), name, false);
            default -> ascii ? new IFA_LLLNUM(format.size(), name) : new IFB_LLLNUM(format.size(), name, false);
        };
    }

    private ISOFieldPackager text(FieldFormat format, String name) {
        boolean ascii = digits == Digits.ASCII;
        return switch (format.lengthDigits()) {
            case 0 -> new IF_CHAR(format.size(), name);
            case 2 -> ascii ? new IFA_LLCHAR(format.size(), name) : new IFB_LLCHAR(format.size(), name);
            default -> ascii ? new IFA_LLLCHAR(format.size(), name) : new IFB_LLLCHAR(format.size(), name);
        };
    }

    private ISOFieldPackager binary(FieldFormat format, String name) {
        if (format.length() % 8 != 0) {
            throw new IllegalArgumentException("bits of " + name);
        }
        boolean hex = bits == Bits.HEX;
        return switch (format.lengthDigits()) {
            case 0 -> hex ? new IFA_BINARY(format.size(), name) : new IFB_BINARY(format.size(), name);
            case 3 -> hex ? new IFA_LLLBINARY(format.size(), name) : new IFB_LLLBINARY(format.size(), name);
            default -> throw new IllegalArgumentException("length of " + name);
        };
    }

    private static void requireFixed(FieldFormat format) {
        if (!format.isFixed()) {
            throw new IllegalArgumentException("an amount with a length before it");
        }
    }
}
