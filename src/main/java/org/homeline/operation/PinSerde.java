package org.homeline.operation;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** A PIN leaves nothing in what is written of an input. */
@Singleton
final class PinSerde implements Serializer<Pin> {
    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Pin> type, Pin value)
            throws IOException {
        encoder.encodeString(value.toString());
    }
}
