package org.homeline.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0712345678, KE, +254712345678",
        "0712 345 678, KE, +254712345678",
        "712345678, KE, +254712345678",
        "0712-345-678, KE, +254712345678",
        "+254712345678, US, +254712345678",
        "+254 (0) 712 345678, US, +254712345678",
        "00254712345678, US, +254712345678",
        "254712345678, KE, +254712345678",
        "(202) 555-0123, US, +12025550123",
        "1 202 555 0123, US, +12025550123",
        "55 1234 5678, MX, +525512345678",
        "024 412 3456, GH, +233244123456",
        "0803 123 4567, NG, +2348031234567",
        "07400 123456, GB, +447400123456",
        "612 34 56 78, ES, +34612345678",
        "099 123 4567, EC, +593991234567",
    })
    void aNumberIsReadAsPeopleWriteIt(String written, String region, String e164) {
        assertThat(PhoneNumber.parse(written, region)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "MAMA",
                "12",
                "0712",
                "071234567890123",
                "+999712345678",
                "0712345678 ext 5",
                "0712345678;ext=5",
                "0712345678#",
                "00",
                "+",
                "0712345678901234567890123456789012345678"
            })
    void whatIsNoNumberIsNone(String written) {
        assertThat(PhoneNumber.parse(written, "KE")).isEmpty();
    }

    @Test
    void aNumberKnowsItsCountry() {
        assertThat(new PhoneNumber("+254712345678").region()).isEqualTo("KE");
        assertThat(new PhoneNumber("+12025550123").region()).isEqualTo("US");
        assertThat(new PhoneNumber("+999712345678").region()).isEqualTo("ZZ");
    }

    @Test
    void aMaskedNumberCannotBeCalled() {
        assertThat(new PhoneNumber("+254712345678").masked()).isEqualTo("+254…678");
        assertThat(new PhoneNumber("+1234567").masked()).isEqualTo("+123…567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "254712345678", "+0254712345678", "+123456", "+1234567890123456", "+25471234567a"})
    void onlyE164IsANumber(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
