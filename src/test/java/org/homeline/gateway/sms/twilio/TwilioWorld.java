package org.homeline.gateway.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeline.conversation.SmsConversation;
import org.homeline.database.Transactions;
import org.homeline.outbox.Message;
import org.homeline.outbox.OutboxTable;
import org.homeline.outbox.Pace;
import org.homeline.phone.PhoneNumber;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.Sms;
import org.homeline.simulator.twilio.TwilioSimulator;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;

/** A server on HTTP and a Twilio that know each other; the conversation is an echo, unless the real one is asked for. */
final class TwilioWorld implements AutoCloseable {
    static final String PHONE = "+254712345678";
    static final String OTHER = "+12025550123";
    static final Account ACCOUNT = new Account("AC00000000000000000000000000000001", "secret-token", "+12025550199");

    private static final URI PUBLIC = URI.create("https://pay.example.org/homeline");
    private static final Pace QUICK = new Pace(
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20));

    final TwilioSimulator twilio;
    final TestServer server;
    final Echo echo = new Echo();
    final BlockingQueue<Sms> delivered = new LinkedBlockingQueue<>();
    private final CountDownLatch nothing = new CountDownLatch(1);
    private final String address;

    private TwilioWorld(Map<String, Object> properties, boolean echoes) {
        twilio = TwilioSimulator.start(ACCOUNT, 0, Clock.systemUTC(), new SecureRandom());
        twilio.onMessage(delivered::add);
        var all = new HashMap<String, Object>(properties);
        all.put("twilio.api-base", twilio.base().toString());
        all.put("micronaut.server.port", -1);
        server = echoes ? TestServer.onH2(all, echo, QUICK) : TestServer.onH2(all, QUICK);
        address = server.get(EmbeddedServer.class).start().getURI().toString();
        twilio.route(PUBLIC, URI.create(address));
        twilio.webhook(URI.create(PUBLIC + "/gateways/twilio/sms"));
    }

    /** Behind a proxy, as it should be. */
    static TwilioWorld open() {
        return new TwilioWorld(settings(), true);
    }

    /** The same with the real conversation. */
    static TwilioWorld conversing() {
        return new TwilioWorld(settings(), false);
    }

    static TwilioWorld with(Map<String, Object> properties) {
        return new TwilioWorld(properties, true);
    }

    static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "twilio.account-sid",
                ACCOUNT.sid(),
                "twilio.auth-token",
                ACCOUNT.token(),
                "twilio.from",
                ACCOUNT.number(),
                "homeline.public-url",
                PUBLIC + "/"));
    }

    URI local(String path) {
        return URI.create(address + path);
    }

    /** Answers each text with itself. */
    static final class Echo implements SmsConversation {
        final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
        final AtomicInteger failures = new AtomicInteger();

        @Override
        public String unavailable(PhoneNumber from) {
            return "Try later";
        }

        @Override
        public Optional<String> answer(PhoneNumber from, String body, String key) {
            keys.add(key);
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("it was about " + body);
            }
            return Optional.of("You said " + body);
        }
    }

    /** Puts a message into the outbox. */
    Message say(String to, String text) {
        var message = new Message(server.get(Ids.class).next(), new PhoneNumber(to), text, Message.LASTING);
        server.get(OutboxTable.class).enqueue(message);
        return message;
    }

    /** The next message that reaches a phone. */
    Sms next() throws InterruptedException {
        var sms = delivered.poll(20, TimeUnit.SECONDS);
        if (sms == null) {
            throw new AssertionError("no message came");
        }
        return sms;
    }

    /** The next message to a phone that says this. */
    Sms next(String phone, String part) throws InterruptedException {
        var sms = next();
        while (!sms.to().equals(phone) || !sms.body().contains(part)) {
            sms = next();
        }
        return sms;
    }

    /** Waits until the outbox has given the message up. */
    void untilFailed(Message message) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!state(message).equals("failed") && System.nanoTime() < deadline) {
            nothing.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(state(message)).isEqualTo("failed");
    }

    /** Sends one more to the same number and waits for it: all that was before it is over and written down. */
    void settle(String to) throws InterruptedException {
        var last = say(to, "last").text();
        while (!next().body().equals(last)) {
            Thread.onSpinWait();
        }
    }

    List<String> bodies(String phone) {
        return twilio.messages(phone).stream().map(Sms::body).toList();
    }

    /** One value of the database, as text. */
    String value(String query, Object... parameters) {
        return server.get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement(query)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                try (var row = select.executeQuery()) {
                    return row.next() ? String.valueOf(row.getObject(1)) : "";
                }
            }
        });
    }

    String state(Message message) {
        return value("select state from outbox where id = ?", message.id());
    }

    String reason(Message message) {
        return value("select reason from outbox where id = ?", message.id());
    }

    @Override
    public void close() {
        twilio.close();
        server.close();
    }
}
