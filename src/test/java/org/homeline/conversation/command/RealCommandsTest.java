package org.homeline.conversation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.homeline.configuration.Problem;
import org.homeline.conversation.SmsConversation;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands that are delivered, with the operations that are. */
final class RealCommandsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.onH2(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyOutcomeHasItsReplyAndEveryExampleIsUnderstood() {
        assertThat(server.get(CommandCheck.class).problems().stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void repliesTakeAtMostTwoPartsAndStaySevenBit() {
        assertThat(server.get(CommandCheck.class).costs())
                .isNotEmpty()
                .allSatisfy(cost -> assertThat(cost).matches("[^:]*: [12] parts, \\d+ characters"));
    }

    @Test
    void whatCantBeReadIsAnsweredThreeTimesAnHour() {
        var sms = server.get(SmsConversation.class);
        var phone = new PhoneNumber("+254712000001");
        for (int i = 0; i < 3; i++) {
            assertThat(sms.answer(phone, "your message was received", "sms:" + i))
                    .hasValueSatisfying(reply -> assertThat(reply).contains("MENU"));
        }
        assertThat(sms.answer(phone, "your message was received", "sms:4")).isEmpty();
        assertThat(sms.answer(phone, "MENU", "sms:5")).isPresent();
        assertThat(sms.answer(new PhoneNumber("+254712000002"), "SEND lots", "sms:6"))
                .hasValueSatisfying(reply -> assertThat(reply).endsWith("SEND 200 TO 0712345678"));
    }

    @Test
    void somebodyJoinsAndAsksForTheBalance() {
        var sms = server.get(SmsConversation.class);
        var phone = new PhoneNumber("+12025550143");
        assertThat(sms.answer(phone, "BAL", "sms:10"))
                .hasValueSatisfying(reply -> assertThat(reply).contains("JOIN"));
        sms.answer(phone, "Join Grace Wanjiru", "sms:11");
        assertThat(sms.answer(phone, "bal", "sms:12"))
                .hasValueSatisfying(reply -> assertThat(reply).contains("USD 0"));
        assertThat(sms.answer(phone, "LANG Español", "sms:13")).contains("Homeline le escribira en español.");
        assertThat(sms.answer(phone, "saldo", "sms:14"))
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("Tiene"));
    }
}
