package org.homeline.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwilioCommandTest {
    /** Where nobody listens. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private static final URI BASE = URI.create("http://127.0.0.1:8085");

    @Test
    void itsSettingsCanBePastedIntoAShell() throws Exception {
        assertThat(pasted(new Account("AC01", "simulated", "Home Line's")))
                .isEqualTo("AC01 simulated Home Line's " + BASE);
    }

    @Test
    void aTokenThatIsNotItsOwnIsNotShown() throws Exception {
        var account = new Account("AC01", "a-real-token", "+15005550006");
        assertThat(TwilioCommand.settings(account, BASE)).doesNotContain("a-real-token");
        assertThat(pasted(account)).isEqualTo("AC01  +15005550006 " + BASE);
    }

    @ParameterizedTest
    @CsvSource({
        "8301, http://127.0.0.1:8301/gateways/twilio/sms",
        "http://127.0.0.1:8301/, http://127.0.0.1:8301/gateways/twilio/sms",
        "http://127.0.0.1:8301/elsewhere, http://127.0.0.1:8301/elsewhere"
    })
    void aPortIsEnoughForTheWebhook(String typed, URI meant) {
        assertThat(new TwilioCommand.Webhook().convert(typed)).isEqualTo(meant);
    }

    @Test
    void aPhoneBeginsAgainWithATwilioThatWasStartedAnew() {
        var account = new Account("AC01", "simulated", "+15005550006");
        var first = TwilioSimulator.start(account, 0, Clock.systemUTC(), new SecureRandom());
        try (var carrier = new Carrier(BASE, first.base())) {
            var phone = new Phone("+254712345678", carrier);
            try (first) {
                taken(first, phone, "STOP");
                taken(first, phone, "START");
                assertThat(phone.receive(Duration.ZERO)).hasSize(2);
            }
            int port = first.base().getPort();
            try (var second = TwilioSimulator.start(account, port, Clock.systemUTC(), new SecureRandom())) {
                taken(second, phone, "START");
                assertThat(phone.receive(Duration.ZERO)).hasSize(1);
                assertThat(phone.receive(Duration.ZERO)).isEmpty();
                assertThat(phone.messages()).hasSize(3);
            }
        }
    }

    /** Twilio answers such a word by itself, also where no application is behind it. */
    private static void taken(TwilioSimulator twilio, Phone phone, String word) {
        twilio.webhook(NOBODY);
        assertThatThrownBy(() -> twilio.text(phone.number(), word)).isInstanceOf(UncheckedIOException.class);
    }

    private static String pasted(Account account) throws Exception {
        var script = TwilioCommand.settings(account, BASE)
                + "\nprintf %s \"$TWILIO_ACCOUNT_SID $TWILIO_AUTH_TOKEN $TWILIO_FROM $TWILIO_API_BASE\"";
        var builder = new ProcessBuilder("bash", "-c", script);
        builder.environment().remove("TWILIO_AUTH_TOKEN");
        var shell = builder.start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return said;
    }
}
