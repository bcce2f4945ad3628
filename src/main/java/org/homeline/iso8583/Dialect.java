package org.homeline.iso8583;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jspecify.annotations.Nullable;

/**
 * How a partner writes ISO 8583: which fields there are, how long they are, in which encoding. Read from {@code
 * gateway-config/iso8583/dialects}; a partner who differs is another file. Safe for any number of threads.
 */
public final class Dialect {
    static final int LAST_FIELD = 128;
    static final String FOLDER = "iso8583";

    private static final FieldFormat MTI = FieldFormat.parse("n4");
    private static final FieldFormat CODE = FieldFormat.parse("b64");
    private static final int SHORT_CODE_FIELD = 64;

    private final Encoding encoding;
    private final Map<Integer, Field> fields;
    private final ISOFieldPackager mti;
    private final ISOBitMapPackager bitmap;

    /** @param packager what jPOS packs and unpacks it with */
    private record Field(String name, FieldFormat format, Mask mask, ISOFieldPackager packager) {}

    private Dialect(Encoding encoding, Map<Integer, Field> fields) {
        this.encoding = encoding;
        this.fields = fields;
        this.mti = encoding.packager(MTI, "message type");
        this.bitmap = encoding.bitmapPackager();
    }

    /**
     * Reads a dialect with the table of fields that it names.
     *
     * @param name of the file below {@code iso8583/dialects}, without its ending
     * @throws org.homeline.configuration.ConfigurationException where a file is not right
     */
    public static Dialect read(ConfigurationFolder folder, String name) {
        var file = folder.read(FOLDER + "/dialects/" + name + ".yaml")
                .only("fields", "digits", "bits", "bitmap", "change");
        var encoding = Encoding.read(file);
        var table =
                folder.read(FOLDER + "/" + file.get("fields").text() + ".yaml").only("fields");
        var fields = new TreeMap<Integer, Field>();
        var problems = new Problems();
        problems.each(table.get("fields").fields().entrySet(), entry -> put(fields, entry, encoding));
        file.find("change")
                .ifPresent(change -> problems.each(change.fields().entrySet(), entry -> put(fields, entry, encoding)));
        problems.raise();
        return new Dialect(encoding, fields);
    }

    private static void put(Map<Integer, Field> fields, Map.Entry<String, Node> entry, Encoding encoding) {
        var node = entry.getValue().only("name", "is", "mask");
        int number = number(entry.getKey(), node);
        var name = node.get("name").text();
        var before = fields.get(number);
        // A partner's change of a field makes nothing visible that was not.
        var mask = node.find("mask").map(at -> at.oneOf(Mask.class)).orElse(before == null ? Mask.NONE : before.mask());
        fields.put(number, node.get("is").read("a format such as n6, n..19, ans...999 or b64", notation -> {
            var format = FieldFormat.parse(notation);
            return new Field(name, format, mask, encoding.packager(format, name));
        }));
    }

    private static int number(String key, Node node) {
        try {
            int number = Integer.parseInt(key);
            if (number >= 2 && number <= LAST_FIELD && number != 65) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw node.wrong("give the field's number");
        }
        throw node.wrong("fields are 2 to 128, without 65");
    }

    /**
     * The message as bytes.
     *
     * @throws IllegalArgumentException where a field is not in the dialect or does not take its value; names the field, not
     *     the value
     */
    public byte[] pack(Message message) {
        if (message.fields().isEmpty()) {
            throw new IllegalArgumentException("a message has at least one field");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(packed(0, mti, new ISOField(0, message.mti())));
        bytes.writeBytes(packed(1, bitmap, bitmapOf(message)));
        message.fields().forEach((number, value) -> {
            var field = fields.get(number);
            if (field == null) {
                throw new IllegalArgumentException("the dialect has no field " + number);
            }
            if (!fits(field.format(), value)) {
                throw new IllegalArgumentException("field " + number + " does not take what it is given");
            }
            bytes.writeBytes(packed(number, field.packager(), component(number, value)));
        });
        return bytes.toByteArray();
    }

    /**
     * The message as bytes with its authentication code in field 64, or 128 where it has fields beyond 64.
     *
     * @param code gives the code (eight bytes) of all bytes before it
     */
    public byte[] pack(Message message, UnaryOperator<byte[]> code) {
        int place = codeField(message);
        var packed = pack(message.with(place, new byte[CODE.size()]));
        int before = packed.length - encoding.bytesOf(CODE);
        var covered = java.util.Arrays.copyOf(packed, before);
        var field = new ISOBinaryField(place, code.apply(covered));
        var written = packed(place, encoding.packager(CODE, "code"), field);
        System.arraycopy(written, 0, packed, before, written.length);
        return packed;
    }

    /** Whether the last field is the code of everything before it. */
    public boolean isAuthentic(byte[] packed, Message message, UnaryOperator<byte[]> code) {
        int place = codeField(message.without(SHORT_CODE_FIELD).without(LAST_FIELD));
        var given = message.bytes(place);
        int before = packed.length - encoding.bytesOf(CODE);
        return given.isPresent()
                && before > 0
                && MessageDigest.isEqual(given.get(), code.apply(java.util.Arrays.copyOf(packed, before)));
    }

    /** @throws UnreadableMessageException naming field and offset */
    public Message unpack(byte[] packed) throws UnreadableMessageException {
        var type = new ISOField(0);
        int offset = unpacked(0, mti, type, packed, 0, null);
        var message = type(String.valueOf(type.getValue()));
        var bits = new ISOBitMap(-1);
        offset += unpacked(1, bitmap, bits, packed, offset, message);
        var present = (BitSet) bits.getValue();
        for (int number = present.nextSetBit(2); number >= 0; number = present.nextSetBit(number + 1)) {
            var field = fields.get(number);
            if (field == null) {
                throw new UnreadableMessageException(number, offset, "the dialect has no such field", message);
            }
            ISOComponent component = field.format().kind() == FieldFormat.Kind.BINARY
                    ? new ISOBinaryField(number)
                    : new ISOField(number);
            int length = unpacked(number, field.packager(), component, packed, offset, message);
            var value = value(component);
            if (!fits(field.format(), value)) {
                throw new UnreadableMessageException(number, offset, "it does not take what stands there", message);
            }
            message = message.with(number, value);
            offset += length;
        }
        if (offset != packed.length) {
            throw new UnreadableMessageException(
                    message.fields().isEmpty() ? 1 : lastOf(message),
                    offset,
                    (packed.length - offset) + " bytes are left over",
                    message);
        }
        return message;
    }

    /** Whether the dialect has the field, and no log shows all of it: where account numbers, codes and keys may stand. */
    public boolean isMasked(int number) {
        var field = fields.get(number);
        return field != null && field.mask() != Mask.NONE;
    }

    /** For logs: every field with its name, what is secret masked. One line. */
    public String describe(Message message) {
        return message.fields().entrySet().stream()
                .map(entry -> entry.getKey() + " " + shown(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", message.mti() + " {", "}"));
    }

    private String shown(int number, Message.Value value) {
        return Optional.ofNullable(fields.get(number))
                .map(field ->
                        field.name() + ": " + field.mask().of(value.shown()).replaceAll("[^\\x20-\\x7e]", "?"))
                .orElse("not of this dialect");
    }

    private static Message type(String digits) throws UnreadableMessageException {
        try {
            return Message.of(digits);
        } catch (IllegalArgumentException noType) {
            throw new UnreadableMessageException(0, 0, "not four digits", null);
        }
    }

    private static int lastOf(Message message) {
        return message.fields().keySet().stream().max(Integer::compare).orElseThrow();
    }

    private static int codeField(Message message) {
        return message.fields().keySet().stream().anyMatch(field -> field > SHORT_CODE_FIELD)
                ? LAST_FIELD
                : SHORT_CODE_FIELD;
    }

    private static ISOBitMap bitmapOf(Message message) {
        var bits = new BitSet(LAST_FIELD + 1);
        message.fields().keySet().forEach(bits::set);
        // Says that the second half of the bitmap is there.
        bits.set(1, bits.length() > SHORT_CODE_FIELD + 1);
        var component = new ISOBitMap(-1);
        try {
            component.setValue(bits);
        } catch (ISOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return component;
    }

    private static ISOComponent component(int number, Message.Value value) {
        return switch (value) {
            case Message.Text(var text) -> new ISOField(number, text);
            case Message.Bytes(var bytes) -> new ISOBinaryField(number, bytes);
        };
    }

    private static Message.Value value(ISOComponent component) {
        try {
            return component.getValue() instanceof byte[] bytes
                    ? new Message.Bytes(bytes)
                    : new Message.Text(String.valueOf(component.getValue()));
        } catch (ISOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean fits(FieldFormat format, Message.Value value) {
        return switch (value) {
            case Message.Bytes(var bytes) ->
                format.kind() == FieldFormat.Kind.BINARY
                        && (format.isFixed() ? bytes.length == format.size() : bytes.length <= format.size());
            case Message.Text(var text) ->
                switch (format.kind()) {
                    case NUMERIC -> text.length() <= format.size() && isDigits(text);
                    case SIGNED_AMOUNT ->
                        text.length() == format.size() + 1
                                && (text.charAt(0) == 'C' || text.charAt(0) == 'D')
                                && isDigits(text.substring(1));
                    case TEXT -> text.length() <= format.size() && text.chars().allMatch(c -> c < 256);
                    case BINARY -> false;
                };
        };
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static byte[] packed(int number, ISOFieldPackager packager, ISOComponent component) {
        try {
            return packager.pack(component);
        } catch (ISOException refused) {
            throw new IllegalArgumentException("field " + number + " can't be packed", refused);
        }
    }

    /** How many bytes it took. */
    private static int unpacked(
            int number,
            ISOFieldPackager packager,
            ISOComponent component,
            byte[] packed,
            int offset,
            @Nullable Message soFar)
            throws UnreadableMessageException {
        try {
            int length = packager.unpack(component, packed, offset);
            if (offset + length > packed.length) {
                throw new UnreadableMessageException(number, offset, "the message ends within it", soFar);
            }
            return length;
        } catch (ISOException | RuntimeException unreadable) {
            throw new UnreadableMessageException(
                    number,
                    offset,
                    unreadable instanceof IndexOutOfBoundsException ? "the message ends within it" : "it can't be read",
                    soFar);
        }
    }
}
