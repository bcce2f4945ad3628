package org.homeline.simulator.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.homeline.DemoWorld;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till in the terminal, as a pipe sees it; what is typed at it are lines. */
final class TillTest {
    private static final String CODE = "*384*77#";
    private static final String AGENT = "+254722000111";
    private static final String CUSTOMER = "+254712345678";
    private static final String AGENT_PIN = "5093";
    private static final Pattern SHOWN_CODE = Pattern.compile("Code (\\d{6})");

    private final DemoWorld world =
            DemoWorld.open(StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z")), Path.of("gateway-config"));

    @BeforeEach
    void anAgentAndACustomer() {
        world.operator(List.of("agent", "add", AGENT, "Duka"));
        world.operator(List.of("agent", "float", AGENT, "1000", "cash"));
        assertThat(dial(CUSTOMER, "1", "Amina Otieno", "4826", "4826")).contains("Welcome, Amina Otieno.");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aNewAgentChoosesAPinTwiceAndTheCommandGoesOn() {
        assertThat(type("in 0712 345 678 300", "1111", AGENT_PIN, "5094", AGENT_PIN, AGENT_PIN, AGENT_PIN))
                .containsSubsequence(
                        "for your work as an agent.",
                        "PIN (Enter ends)> ****",
                        "too easy to guess",
                        "The same PIN once more:",
                        "The two PINs differ.",
                        "Cash in KES 300 for Amina Otieno, 0712345678.",
                        "PIN (Enter ends)> ****",
                        "Amina Otieno has KES 300 more.",
                        "Cash in KES 300 for Amina Otieno.")
                .doesNotContain(AGENT_PIN);
    }

    @Test
    void whatIsRefusedTheAgentIsAskedAgain() {
        beginWork();
        assertThat(type("in 0712 300", "0712345678", "", "in 0712345678 1.000", "300", "9999", AGENT_PIN))
                .containsSubsequence(
                        "not a phone number",
                        "answer (Enter ends)> 0712345678",
                        "Cash in KES 300",
                        "Nothing was done.",
                        "answer (Enter ends)> 300",
                        "Wrong PIN. 2 tries left.",
                        "PIN (Enter ends)> ****",
                        "Amina Otieno has KES 300 more.");
    }

    @Test
    void aRefusalAfterThePinIsAQuestionAndNoPinIsTypedThere() {
        beginWork();
        world.operator(List.of("agent", "take-float", AGENT, "500", "--reason", "bank"));
        assertThat(type("in 0712345678 600", AGENT_PIN, "400", AGENT_PIN))
                .containsSubsequence(
                        "PIN (Enter ends)> ****",
                        "Your float is KES 500.",
                        "How much cash did you get?",
                        "answer (Enter ends)> 400",
                        "PIN (Enter ends)> ****",
                        "Amina Otieno has KES 400 more.");
    }

    @Test
    void aCustomersCodeIsPaidOutAndAWrongOneIsAskedAgain() {
        beginWork();
        type("in 0712345678 300", AGENT_PIN);
        var shown = SHOWN_CODE.matcher(dial(CUSTOMER, "4", "100", "4826"));
        assertThat(shown.find()).isTrue();
        var code = shown.group(1);
        var wrong = code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
        assertThat(type("out 0712345678 " + wrong, code, AGENT_PIN))
                .containsSubsequence(
                        "That code is wrong.", "answer (Enter ends)> " + code, "Hand KES 100 to Amina Otieno now.");
    }

    @Test
    void whatEndsInTheMenuIsSaidWithoutTheMenu() {
        beginWork();
        assertThat(type("out 0712345678 123456"))
                .contains("That code is over.")
                .doesNotContain("1 Cash in", "Homeline agent", "another menu");
    }

    @Test
    void theFloatIsShownAndTheTillIsReadyForTheNext() {
        beginWork();
        assertThat(type("float", AGENT_PIN, "sing", "float", "", "quit"))
                .containsSubsequence("Float KES 1,000", "in NUMBER AMOUNT", "Nothing was done.")
                .doesNotContain("Back");
    }

    @Test
    void aNumberThatIsNoAgentsIsNotServed() {
        assertThat(at(CUSTOMER, "in 0712345678 300")).contains(CUSTOMER + " has another menu than an agent's.");
    }

    @Test
    void anAgentWhoIsStoppedIsToldSo() {
        beginWork();
        world.operator(List.of("agent", "block", AGENT, "--reason", "complaint"));
        assertThat(type("in 0712345678 300"))
                .contains("Your work as an agent is stopped.")
                .doesNotContain("Language", "has another menu", "1 My own wallet");
    }

    @Test
    void theTillSpeaksTheAgentsLanguage() {
        beginWork();
        assertThat(dial(AGENT, "6", "4")).contains("Wakala wa Homeline");
        assertThat(type("in 0712345678 300", AGENT_PIN, "float", AGENT_PIN))
                .containsSubsequence("PIN yako:", "Amina Otieno", "Floti KES 700");
    }

    private void beginWork() {
        assertThat(dial(AGENT, AGENT_PIN, AGENT_PIN)).contains("Homeline agent");
    }

    private String dial(String number, String... answers) {
        try (var carrier = new Carrier(world.ussd(), world.twilio())) {
            var phone = new Phone(number, carrier);
            var screen = phone.dial(CODE);
            for (var answer : answers) {
                screen = phone.type(answer);
            }
            return screen.text();
        }
    }

    private String type(String... lines) {
        return at(AGENT, lines);
    }

    private String at(String number, String... lines) {
        var shown = new StringWriter();
        var input = new BufferedReader(new StringReader(String.join("\n", List.of(lines))));
        try (var carrier = new Carrier(world.ussd(), world.twilio());
                var prompt = Prompt.plain(input, new PrintWriter(shown))) {
            new Till(new Phone(number, carrier), CODE, prompt).run();
        }
        return shown.toString();
    }
}
