package org.homeline.gateway.sms.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.homeline.simulator.twilio.TwilioCommand;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class TwilioCommandTest {
    @Test
    void whatIsTypedReachesTheServerAsASignedText() {
        var settings = TwilioWorld.settings();
        settings.remove("homeline.public-url");
        try (var world = TwilioWorld.with(settings)) {
            var shown = run(
                    "+12025550123: BAL\nhello\n",
                    "--port=0",
                    "--webhook=" + world.local("/gateways/twilio/sms"),
                    "--account=" + TwilioWorld.ACCOUNT.sid(),
                    "--token=" + TwilioWorld.ACCOUNT.token());
            assertThat(world.echo.keys).hasSize(1);
            assertThat(shown).contains("TWILIO_API_BASE=http://127.0.0.1:").contains("type NUMBER: TEXT");
            assertThat(shown).doesNotContain(TwilioWorld.ACCOUNT.token());
        }
    }

    private static String run(String typed, String... options) {
        var keyboard = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(UTF_8)));
        try {
            var screen = new StringWriter();
            var command = new CommandLine(new TwilioCommand()).setOut(new PrintWriter(screen));
            assertThat(command.execute(options)).isZero();
            return screen.toString();
        } finally {
            System.setIn(keyboard);
        }
    }
}
