package org.homeline.iso8583;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An ISO 8583 message: its type and its fields by number. It can't be changed; {@link #with} gives another. Its {@link
 * #toString} tells type and field numbers alone: {@link Dialect#describe} knows what may be shown.
 */
public final class Message {
    private final String mti;
    private final SortedMap<Integer, Value> fields;

    /** What a field holds. */
    public sealed interface Value {
        /** Text as it is, bytes in hexadecimal. */
        String shown();
    }

    /** Digits or characters. */
    public record Text(String text) implements Value {
        @Override
        public String shown() {
            return text;
        }
    }

    /** Bytes: a PIN block, a code. */
    public record Bytes(byte[] bytes) implements Value {
        @Override
        public String shown() {
            return HexFormat.of().formatHex(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(var its) && Arrays.equals(bytes, its);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Bytes[" + bytes.length + "]";
        }
    }

    private Message(String mti, SortedMap<Integer, Value> fields) {
        this.mti = mti;
        this.fields = Collections.unmodifiableSortedMap(fields);
    }

    /** @param mti the message type indicator: four digits, the first the version of the standard */
    public static Message of(String mti) {
        if (mti.length() != 4 || !mti.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("a message type is four digits");
        }
        return new Message(mti, new TreeMap<>());
    }

    public Message with(int field, String text) {
        return with(field, new Text(text));
    }

    public Message with(int field, byte[] bytes) {
        return with(field, new Bytes(bytes.clone()));
    }

    Message with(int field, Value value) {
        if (field < 2 || field > Dialect.LAST_FIELD) {
            throw new IllegalArgumentException("fields are 2 to " + Dialect.LAST_FIELD + ", not " + field);
        }
        var next = new TreeMap<>(fields);
        next.put(field, value);
        return new Message(mti, next);
    }

    public Message without(int field) {
        var next = new TreeMap<>(fields);
        next.remove(field);
        return new Message(mti, next);
    }

    /** The same fields under another type: a repeat, an answer. */
    public Message as(String otherMti) {
        return new Message(of(otherMti).mti, fields);
    }

    public String mti() {
        return mti;
    }

    /** Whether it answers another: the third digit is odd. */
    public boolean isAnswer() {
        return (mti.charAt(2) - '0') % 2 == 1;
    }

    /** The type of its answer: the function grows by one, and who sent it first or again does not matter to it. */
    public String answerMti() {
        return mti.substring(0, 2) + (char) (mti.charAt(2) + 1) + "0";
    }

    public boolean has(int field) {
        return fields.containsKey(field);
    }

    /** The text of a field; empty where it is not there or holds bytes. */
    public Optional<String> text(int field) {
        return fields.get(field) instanceof Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /** The bytes of a field; empty where it is not there or holds text. */
    public Optional<byte[]> bytes(int field) {
        return fields.get(field) instanceof Bytes(var bytes) ? Optional.of(bytes.clone()) : Optional.empty();
    }

    /** The fields in order. */
    public Map<Integer, Value> fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message message && mti.equals(message.mti) && fields.equals(message.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mti, fields);
    }

    @Override
    public String toString() {
        return "Message[" + mti + " " + fields.keySet() + "]";
    }
}
