package org.homeline.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import org.homeline.simulator.bench.Dialler.Dialogue;

/** What the benchmark's people dial, in English, with the shipped menus. */
public final class Dialogues {
    /** What everybody's is. */
    static final String PIN = "9472";

    private static final String MAIN = "1 Money waiting";
    private static final Turn DIAL = turn("", MAIN);
    private static final Turn HOME = turn("00", MAIN);
    /** The step with this label moves money. */
    public static final String PAYS = "of these, the step that pays";

    private Dialogues() {}

    /** Language, name, PIN twice. */
    public static Dialogue register(String number) {
        return new Dialogue(
                number,
                List.of(
                        turn("", "1 English"),
                        turn("1", "Your name"),
                        turn("Amina Otieno", "PIN"),
                        turn(PIN, "once more"),
                        turn(PIN, MAIN)));
    }

    /** An agent's first dial. */
    public static Dialogue startWork(String agent) {
        return new Dialogue(
                agent, List.of(turn("", "Choose a PIN"), turn(PIN, "once more"), turn(PIN, "Homeline agent")));
    }

    /** An agent takes cash and gives value. */
    public static Dialogue cashIn(String agent, String number, String amount) {
        return new Dialogue(
                agent,
                List.of(
                        turn("", "Homeline agent"),
                        turn("1", "number"),
                        turn(number, "How much"),
                        turn(amount, "PIN"),
                        turn(PIN, "Ref ")));
    }

    /** Somebody without transactions looks through the menus, at the last ones and for money waiting: no PIN, no money. */
    public static Dialogue look(String number) {
        return new Dialogue(
                number,
                List.of(
                        DIAL,
                        turn("6", "1 Language"),
                        turn("0", MAIN),
                        turn("3", "Send to which"),
                        turn("0733444555", "How much"),
                        HOME,
                        turn("5", "Nothing yet"),
                        turn("1", "No money waits")));
    }

    /** Looks at the balance; the PIN's try is counted durably before it is compared. */
    public static Dialogue balance(String number) {
        return new Dialogue(number, List.of(DIAL, turn("2", "your PIN"), turn(PIN, "You have"), HOME));
    }

    /** Sends ten of the currency; the quote and the payment are durable. */
    public static Dialogue pay(String number, String payee) {
        return new Dialogue(
                number,
                List.of(
                        DIAL,
                        turn("3", "Send to which"),
                        turn(payee, "How much"),
                        turn("10", "Total"),
                        turn("1", "PIN:"),
                        new Turn(PIN, "Sent.", PAYS)));
    }

    /** Names an account at the only bank there is: the bank is asked for a small amount of it. */
    public static Dialogue link(String number, String account) {
        return new Dialogue(
                number,
                List.of(
                        DIAL,
                        turn("6", "1 Language"),
                        turn("5", "Link an account"),
                        turn("5", "Which bank"),
                        turn("1", "account number"),
                        turn(account, "PIN:"),
                        turn(PIN, "is taken from")));
    }

    private static Turn turn(String typed, String expected) {
        return new Turn(typed, expected, "");
    }

    /** Those of many numbers, spread over so many callers. */
    static <T> List<List<T>> spread(List<T> all, int over) {
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < over; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            parts.get(i % over).add(all.get(i));
        }
        return parts;
    }
}
