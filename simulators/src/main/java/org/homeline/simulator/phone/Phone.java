package org.homeline.simulator.phone;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** A phone with a number. One thread dials, types and texts; another may receive. */
public final class Phone {
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final int SESSION_BYTES = 16;
    /** What Africa's Talking names its own sandbox; the real ones name country and operator. */
    private static final String NETWORK = "99999";

    private final String number;
    private final Carrier carrier;
    private final List<String> typed = new ArrayList<>();
    private final List<TextMessage> messages = new CopyOnWriteArrayList<>();
    /** Where the texts come from, and how many came from there. */
    private String mailbox = "";

    private int fetched;
    private String session = "";
    private String code = "";

    /** @param number in E.164 */
    public Phone(String number, Carrier carrier) {
        this.number = number;
        this.carrier = carrier;
    }

    public String number() {
        return number;
    }

    public boolean isInSession() {
        return !session.isEmpty();
    }

    /** Begins a session; one that was under way is dropped. */
    public Screen dial(String serviceCode) {
        var bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        session = "ATUid_" + HexFormat.of().formatHex(bytes);
        code = serviceCode;
        typed.clear();
        return step();
    }

    /**
     * Answers the screen.
     *
     * @throws IllegalStateException where no session is under way
     */
    public Screen type(String answer) {
        if (!isInSession()) {
            throw new IllegalStateException(number + " is in no session");
        }
        typed.add(answer);
        return step();
    }

    /** Drops the session, of which nobody tells the server. */
    public void hangUp() {
        session = "";
    }

    /**
     * Sends a text.
     *
     * @return the HTTP status that the server answered its provider with
     * @throws java.io.UncheckedIOException where there is no Twilio
     */
    public int text(String body) {
        return carrier.text(number, body);
    }

    /**
     * Fetches what has come since the last time; from a Twilio that was started anew, all that it has.
     *
     * @param most how long to wait for a first one, in whole seconds
     * @throws java.io.UncheckedIOException where there is no Twilio
     */
    public List<TextMessage> receive(Duration most) {
        var fresh = carrier.messages(number, mailbox, fetched, most);
        fetched = fresh.messages().size() + (fresh.mailbox().equals(mailbox) ? fetched : 0);
        mailbox = fresh.mailbox();
        messages.addAll(fresh.messages());
        return fresh.messages();
    }

    /** All that was received, oldest first. */
    public List<TextMessage> messages() {
        return List.copyOf(messages);
    }

    private Screen step() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("sessionId", session);
        fields.put("serviceCode", code);
        fields.put("phoneNumber", number);
        fields.put("networkCode", NETWORK);
        fields.put("text", String.join("*", typed));
        var screen = carrier.step(fields);
        if (screen.ends()) {
            hangUp();
        }
        return screen;
    }
}
