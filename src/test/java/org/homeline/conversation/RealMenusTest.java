package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.configuration.Problem;
import org.homeline.operation.Actor;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The menus that are delivered, with the operations that are. */
final class RealMenusTest {
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
    void everyScreenFitsEveryOutcomeHasItsBranchAndEveryScreenIsReached() {
        assertThat(server.get(MenuCheck.class).problems().stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void somebodyRegistersInFiveScreensAndLooksAround() {
        var phone = new Phone("+254712345678");
        assertThat(phone.dial()).startsWith("Language / Idioma");
        assertThat(phone.type("1")).startsWith("Your name");
        assertThat(phone.type("Amina Otieno")).startsWith("Choose a PIN");
        assertThat(phone.type("7391")).startsWith("The same PIN");
        assertThat(phone.type("7391")).startsWith("Welcome, Amina Otieno.\nHomeline\n1 Money waiting");
        assertThat(phone.type("1")).startsWith("No money waits for you.");
        assertThat(phone.type("2")).startsWith("To see your balance");
        assertThat(phone.type("1111")).startsWith("Wrong PIN. 2 tries left.\nTo see your balance");
        assertThat(phone.type("7391")).startsWith("You have KES 0.");
        assertThat(phone.type("00")).startsWith("Homeline");
        assertThat(phone.type("5")).startsWith("Nothing yet.");
        assertThat(phone.type("3")).startsWith("Send to which number");
        assertThat(phone.type("MAMA")).startsWith("How much?");
        assertThat(phone.type("200")).startsWith("MAMA is no number and no saved name.\nSend to which");
        assertThat(phone.type("0733 000 001")).startsWith("How much?");
        assertThat(phone.type("200")).startsWith("This takes KES 2").contains("more than you have.\n");
        phone.type("00");
        assertThat(phone.type("4")).startsWith("How much in cash?");
        assertThat(phone.type("500")).startsWith("Cash out KES 500.");
        assertThat(phone.type("7391")).startsWith("You have KES 0");
        phone.type("00");
        assertThat(phone.type("6")).startsWith("My account");
        assertThat(phone.type("4")).startsWith("Which name");
        assertThat(phone.type("mama")).startsWith("The number of mama");
        assertThat(phone.type("0733 000 001")).contains("+254733000001");
        assertThat(phone.type("4")).startsWith("Which name");
        phone.type("Mama");
        assertThat(phone.type("0733 000 002")).startsWith("MAMA was +254733000001; now +254733000002.");
        assertThat(phone.type("3")).startsWith("Saved names\n1 ");
        phone.type("0");
        assertThat(phone.type("1")).contains("4 Kiswahili");
        assertThat(phone.type("4")).startsWith("Sasa kwa Kiswahili.");
        assertThat(phone.type("2")).startsWith("PIN yako ya sasa:");
        assertThat(phone.type("1739")).startsWith("PIN si sahihi. Umebaki na majaribio 2.\nPIN yako ya sasa:");
        assertThat(phone.type("7391")).startsWith("Chagua PIN");
        assertThat(phone.type("1234")).startsWith("PIN hiyo ni rahisi kubahatisha.\nChagua PIN");
        assertThat(phone.type("8264")).startsWith("Weka PIN hiyo tena:");
        assertThat(phone.type("8264")).startsWith("PIN yako imebadilishwa.");
    }

    /** One dialogue. */
    private static final class Phone {
        private final Conversations conversations = server.get(Conversations.class);
        private final Actor.Caller caller;
        private Session session;

        Phone(String number) {
            caller = new Actor.Caller(new PhoneNumber(number), Actor.Channel.USSD);
            session = Session.fresh(new UUID(7, 7), 0, org.homeline.language.Language.ENGLISH);
        }

        String dial() {
            return shown(conversations.begin(session.id(), caller));
        }

        String type(String input) {
            return shown(conversations.type(session, input, caller));
        }

        private String shown(Step.Show show) {
            session = show.session();
            return show.text();
        }
    }
}
