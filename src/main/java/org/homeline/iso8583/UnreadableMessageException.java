package org.homeline.iso8583;

/**
 * Bytes that are no message of the dialect. Says where, never what stood there: answered with response code 30 where what
 * was read so far allows an answer.
 */
public final class UnreadableMessageException extends Exception {
    private final int field;
    private final int offset;
    private final transient @org.jspecify.annotations.Nullable Message soFar;

    UnreadableMessageException(int field, int offset, String why, @org.jspecify.annotations.Nullable Message soFar) {
        super(place(field) + " at byte " + offset + ": " + why);
        this.field = field;
        this.offset = offset;
        this.soFar = soFar;
    }

    /** 0 for the message type, 1 for the bitmap. */
    public int field() {
        return field;
    }

    /** From 0, after any header and length. */
    public int offset() {
        return offset;
    }

    /** The fields before the unreadable one; empty where there is not even a type. */
    public java.util.Optional<Message> soFar() {
        return java.util.Optional.ofNullable(soFar);
    }

    private static String place(int field) {
        return switch (field) {
            case 0 -> "the message type";
            case 1 -> "the bitmap";
            default -> "field " + field;
        };
    }
}
