package org.homeline.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A deterministic encoding: the same values give the same bytes on every machine and in every release that knows the
 * version. Integers are big-endian; a text is its length in bytes as four bytes, then UTF-8; an instant is the
 * microseconds since 1970-01-01T00:00:00Z in eight bytes; an identifier is its 16 bytes; a list is its length in four
 * bytes, then its items. There is no optional part: absence is an empty text, a zero, an all-zero identifier.
 */
public final class Canonical {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    public Canonical octet(int value) {
        bytes.write(value);
        return this;
    }

    public Canonical count(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    public Canonical number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    public Canonical text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    public Canonical octets(byte[] value) {
        count(value.length);
        bytes.writeBytes(value);
        return this;
    }

    public Canonical instant(Instant value) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    public Canonical id(UUID value) {
        return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
