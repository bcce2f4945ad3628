package org.homeline.fx;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The daily euro reference rates of the European Central Bank ({@code eurofxref-daily.xml}): nested {@code Cube}
 * elements, one with {@code time}, below it one a currency with {@code currency} and {@code rate}. Published about 16:00
 * Frankfurt time on working days.
 */
final class EcbSheet {
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final LocalTime PUBLISHED = LocalTime.of(16, 0);

    private EcbSheet() {}

    /** @throws IllegalArgumentException where it is not such a file; the message says what is wrong */
    static RateSheet read(InputStream xml) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var sheet = new RateSheet.Builder();
        @Nullable LocalDate day = null;
        try {
            var reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Cube")) {
                    var time = reader.getAttributeValue(null, "time");
                    var currency = reader.getAttributeValue(null, "currency");
                    if (time != null) {
                        day = LocalDate.parse(time);
                    }
                    if (currency != null) {
                        add(sheet, currency, reader.getAttributeValue(null, "rate"));
                    }
                }
            }
        } catch (XMLStreamException | java.time.DateTimeException notEcb) {
            throw new IllegalArgumentException("is not the ECB's daily file: " + notEcb.getMessage(), notEcb);
        }
        if (day == null) {
            throw new IllegalArgumentException("is not the ECB's daily file: no Cube has a time");
        }
        return sheet.build("ECB", day.atTime(PUBLISHED).atZone(FRANKFURT).toInstant(), null);
    }

    private static void add(RateSheet.Builder sheet, String currency, @Nullable String rate) {
        if (rate == null) {
            throw new IllegalArgumentException("has no rate for " + currency);
        }
        var value = new BigDecimal(rate);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("has a rate for " + currency + " that is not positive");
        }
        CurrencyUnit.registeredCurrencies().stream()
                .filter(known -> known.getCode().equals(currency))
                .forEach(known -> sheet.put(CurrencyUnit.EUR, known, value));
    }
}
