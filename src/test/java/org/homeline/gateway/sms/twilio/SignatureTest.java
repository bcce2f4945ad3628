package org.homeline.gateway.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of Twilio's own SDKs. */
final class SignatureTest {
    private static final String FORM =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309";

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2,       RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2,  RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2,   Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com/myapp.php?foo=1&bar=2,       kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com/myapp.php?foo=1&bar=2,        0ZXoZLH/DfblKGATFgpif+LLRf4="
    })
    void whatTwilioSignsIsAuthenticWhateverBecameOfThePort(String url, String signature) {
        assertThat(matches(url, FORM, signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=3,  RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://yourcompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2,  NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2,  ''"
    })
    void nothingElseIs(String url, String signature) {
        assertThat(matches(url, FORM, signature)).isFalse();
        assertThat(matches(url, FORM + "&More=1", signature)).isFalse();
    }

    private static boolean matches(String url, String form, String signature) {
        return Signature.matches("12345", URI.create(url), Form.parse(form).fields(), signature);
    }
}
