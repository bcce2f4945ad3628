package org.homeline.gateway.sms.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.gateway.sms.twilio.TwilioWorld.OTHER;
import static org.homeline.gateway.sms.twilio.TwilioWorld.PHONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.homeline.database.Transactions;
import org.homeline.outbox.Message;
import org.homeline.outbox.OptOuts;
import org.homeline.outbox.OutboxTable;
import org.homeline.phone.PhoneNumber;
import org.homeline.simulator.twilio.Fault;
import org.homeline.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioSenderTest {
    @Test
    void messagesArriveInOrderAlsoWhereTheFirstIsRetried() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.inject(Fault.Refusal.of(500, 20500), Fault.Refusal.of(503, 20503), new Fault.NoAnswer());
            var texts = IntStream.range(0, 20).mapToObj(i -> "message " + i).toList();
            texts.forEach(text -> world.say(PHONE, text));
            world.settle(PHONE);
            assertThat(world.bodies(PHONE))
                    .startsWith(texts.toArray(String[]::new))
                    .hasSize(21);
        }
    }

    @Test
    void oneRecipientsTroubleKeepsNobodyElseWaiting() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            var held = new Fault.Held();
            world.twilio.inject(held);
            world.say(PHONE, "held");
            held.taken().await();
            world.say(OTHER, "free");
            assertThat(world.next().body()).isEqualTo("held");
            assertThat(world.next().body()).isEqualTo("free");
            held.release().countDown();
            world.settle(PHONE);
            assertThat(world.bodies(PHONE)).containsExactly("held", "last");
        }
    }

    @Test
    void aMessageThatTwilioHasNoTimeForGoesOutAfterTheTimeItAskedFor() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.inject(Fault.Refusal.tooMany(1), Fault.Refusal.tooMany(0));
            var message = world.say(PHONE, "hello");
            assertThat(world.next().body()).isEqualTo("hello");
            assertThat(world.value("select tries from outbox where id = ?", message.id()))
                    .isEqualTo("3");
        }
    }

    @Test
    void whatTwilioTookWithoutAnsweringIsNotSentAgain() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.reporting(false);
            var before = world.say(PHONE, "same words");
            assertThat(world.next().body()).isEqualTo("same words");
            world.twilio.inject(new Fault.AcceptedWithoutAnswer());
            var lost = world.say(PHONE, "same words");
            world.settle(PHONE);
            assertThat(world.bodies(PHONE)).containsExactly("same words", "same words", "last");
            assertThat(world.state(lost)).isEqualTo("sent");
            var ids = "select provider_id from outbox where id = ?";
            assertThat(world.value(ids, lost.id())).isNotEmpty().isNotEqualTo(world.value(ids, before.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21614})
    void aNumberThatCannotBeTextedIsGivenUpAtOnce(int code) throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.inject(Fault.Refusal.of(400, code));
            var message = world.say(PHONE, "hello");
            world.settle(PHONE);
            assertThat(world.state(message)).isEqualTo("failed");
            assertThat(world.reason(message)).isEqualTo(String.valueOf(code));
            assertThat(world.bodies(PHONE)).containsExactly("last");
        }
    }

    @Test
    void aRefusalForOptingOutIsRemembered() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.optOut(PHONE);
            var refused = world.say(PHONE, "hello");
            var suppressed = world.say(PHONE, "still there?");
            world.untilFailed(suppressed);
            world.twilio.text(PHONE, "START");
            world.settle(PHONE);
            assertThat(world.reason(refused)).isEqualTo("opted-out: 21610");
            assertThat(world.reason(suppressed)).isEqualTo("opted-out");
            assertThat(world.server.get(OptOuts.class).contains(new PhoneNumber(PHONE)))
                    .isFalse();
        }
    }

    @Test
    void aWrongTokenLosesNoMessage() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            world.twilio.inject(Fault.Refusal.of(401, 20003), Fault.Refusal.of(403, 20003));
            world.say(PHONE, "hello");
            assertThat(world.next().body()).isEqualTo("hello");
        }
    }

    @Test
    void eachCountryHasItsSender(@TempDir Path folder) throws IOException, InterruptedException {
        copyConfiguration(folder);
        Files.writeString(folder.resolve("sms.yaml"), """
                most-per-hour: 40
                senders:
                  KE: HOMELINE
                """);
        var settings = TwilioWorld.settings();
        settings.put("homeline.config", folder.toString());
        try (var world = TwilioWorld.with(settings)) {
            world.say(PHONE, "habari");
            assertThat(world.next().from()).isEqualTo("HOMELINE");
            world.say(OTHER, "hello");
            assertThat(world.next().from()).isEqualTo(TwilioWorld.ACCOUNT.number());
        }
    }

    private static void copyConfiguration(Path to) throws IOException {
        var from = Path.of("gateway-config");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(path -> !path.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void aMessageThatLivedTooLongIsNotSent() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            var late = new Message(
                    world.server.get(Ids.class).next(), new PhoneNumber(PHONE), "code 123456", Duration.ZERO);
            world.server.get(OutboxTable.class).enqueue(late);
            world.settle(PHONE);
            assertThat(world.reason(late)).isEqualTo("expired");
            assertThat(world.bodies(PHONE)).containsExactly("last");
        }
    }

    @Test
    void noTextLiesInTheDatabaseInClear() throws InterruptedException {
        try (var world = TwilioWorld.open()) {
            var held = new Fault.Held();
            world.twilio.inject(held);
            world.say(PHONE, "your code is 482913");
            assertThat(world.next().body()).contains("482913");
            world.say(PHONE, "and then 482913");
            world.twilio.text(OTHER, "PAY 482913");
            world.settle(OTHER);
            var dump = new StringBuilder();
            world.server.get(Transactions.class).read(connection -> {
                try (var statement = connection.createStatement();
                        var line = statement.executeQuery("script")) {
                    while (line.next()) {
                        dump.append(line.getString(1)).append('\n');
                    }
                    return dump;
                }
            });
            held.release().countDown();
            assertThat(dump.toString())
                    .contains(PHONE)
                    .doesNotContain("482913")
                    .doesNotContain(HexFormat.of().formatHex("482913".getBytes(UTF_8)));
        }
    }
}
