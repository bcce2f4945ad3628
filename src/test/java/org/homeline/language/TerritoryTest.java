package org.homeline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.phone.Gsm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerritoryTest {
    private static final Texts TEXTS = Texts.read(new ConfigurationFolder(Path.of("gateway-config")));

    @ParameterizedTest
    @CsvSource({
        "en, Homeline does not send to Germany yet.",
        "es, Homeline aún no envía a Alemania.",
        "fr, Homeline n'envoie pas encore vers ce pays: Allemagne.",
        "sw, Homeline bado haitumi pesa Ujerumani."
    })
    void aCountryHasTheNameOfTheReadersLanguage(String language, String said) {
        assertThat(TEXTS.write(new Language(language), "sms.no-corridor", Map.of("country", new Territory("DE"))))
                .isEqualTo(said);
    }

    @Test
    void everyCountrysNameIsInThePhonesAlphabet() {
        for (var language : TEXTS.languages()) {
            for (var code : Locale.getISOCountries()) {
                var name = Gsm.fold(new Territory(code).in(language.locale()));
                assertThat(Gsm.encodes(name))
                        .as("%s in %s: %s", code, language, name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, PT30M, 30 min", "es, PT30M, 30 min", "fr, PT720H, 30 j", "sw, PT720H, siku 30", "sw, PT24H, saa 24"
    })
    void aLengthOfTimeIsInTheLanguagesOwnUnits(String language, Duration length, String said) {
        var text = TEXTS.say(
                new Language(language), "customer.pin-link", Map.of("name", "A", "url", "B", "within", length));
        assertThat(text).contains(" " + said + ":");
    }
}
