package org.homeline.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TwilioCommandTest {
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
