package org.homeline.signing;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;

/** Components are read as a list of lines, and leave only a mask in what is written of an input. */
@Singleton
final class KeyComponentsSerde implements Serde<KeyComponents> {
    /** No key has as many custodians. */
    private static final int MOST = 16;

    @Override
    public KeyComponents deserialize(Decoder decoder, DecoderContext context, Argument<? super KeyComponents> type)
            throws IOException {
        var lines = new ArrayList<String>();
        try (var array = decoder.decodeArray()) {
            while (array.hasNextArrayValue()) {
                if (lines.size() == MOST) {
                    throw new IOException("more components than any key has");
                }
                lines.add(array.decodeString());
            }
        }
        return new KeyComponents(lines);
    }

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends KeyComponents> type, KeyComponents value)
            throws IOException {
        encoder.encodeString(value.masked());
    }
}
