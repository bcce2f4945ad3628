package org.homeline.money;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.joda.money.CurrencyUnit;

/** Currencies travel as their three letters. */
@Singleton
final class CurrencySerde implements Serde<CurrencyUnit> {
    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends CurrencyUnit> type, CurrencyUnit value)
            throws IOException {
        encoder.encodeString(value.getCode());
    }

    @Override
    public CurrencyUnit deserialize(Decoder decoder, DecoderContext context, Argument<? super CurrencyUnit> type)
            throws IOException {
        return CurrencyUnit.of(decoder.decodeString());
    }
}
