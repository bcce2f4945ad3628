package org.homeline.simulator.crowd;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.homeline.simulator.crowd.Dialogue.EndedException;
import org.homeline.simulator.phone.Phone;

/** Somebody of the crowd: what they do next follows from their own seed and from what they have. */
final class Person {
    private static final String MENU = "1 Money waiting";
    private static final Pattern CODE = Pattern.compile("Code (\\d+)");
    private static final List<String> NAMES =
            List.of("Amina Otieno", "Wanjiku Mwangi", "Kamau Njoroge", "Fatuma Ali", "Otieno Okello", "Achieng Odera");
    private static final List<String> NONSENSE = List.of("9", "77", "*", "hello", "0712", "#");

    private static final int LEAST_CASH = 100;
    private static final int MOST_CASH = 2_000;
    private static final int LEAST_SENT = 10;
    private static final int MOST_SENT = 100;
    /** What sending may cost beside the amount. */
    private static final int HIGHEST_FEE = 40;
    /** After so many in a row nothing better is to be hoped for. */
    private static final int MOST_WRONG = 3;
    /** Under what a phone may do in an hour, with room for another run. */
    private static final int MOST_CHANGES = 50;

    private final Phone phone;
    private final String pin;
    private final RandomGenerator random;
    private final Crowd crowd;
    private boolean registered;
    private int money;
    private int changes;

    Person(Phone phone, String pin, RandomGenerator random, Crowd crowd) {
        this.phone = phone;
        this.pin = pin;
        this.random = random;
        this.crowd = crowd;
    }

    /** Goes on until the crowd's budget is used up, or nothing goes right any more. */
    void live() {
        int wrong = 0;
        while (!crowd.budget().isOver() && wrong < MOST_WRONG) {
            var journey = registered ? choose() : Journey.REGISTER;
            try {
                go(journey, new Dialogue(phone, journey, crowd.tally(), crowd.budget()));
                wrong = 0;
            } catch (EndedException ended) {
                wrong = ended.isWrong() ? wrong + 1 : 0;
            }
            phone.hangUp();
        }
    }

    /** Of ten, four look, two type nonsense, four move money where they can. */
    private Journey choose() {
        boolean mayMove = crowd.hasTills() && changes < MOST_CHANGES;
        return switch (random.nextInt(10)) {
            case 0, 1 -> Journey.WRONG_KEYS;
            case 2, 3 -> mayMove && money > MOST_SENT + HIGHEST_FEE ? Journey.SEND : cashInOr(mayMove);
            case 4 -> mayMove && money > LEAST_CASH ? Journey.CASH_OUT : cashInOr(mayMove);
            case 5 -> cashInOr(mayMove);
            default -> Journey.BALANCE;
        };
    }

    private static Journey cashInOr(boolean mayMove) {
        return mayMove ? Journey.CASH_IN : Journey.BALANCE;
    }

    private void go(Journey journey, Dialogue dialogue) throws EndedException {
        switch (journey) {
            case REGISTER -> register(dialogue);
            case BALANCE -> balance(dialogue);
            case CASH_IN -> cashIn();
            case SEND -> send(dialogue);
            case CASH_OUT -> cashOut(dialogue);
            case WRONG_KEYS -> wrongKeys(dialogue);
        }
    }

    private void register(Dialogue dialogue) throws EndedException {
        var screen = dialogue.dial(crowd.code());
        if (!screen.contains(MENU)) {
            dialogue.held(screen, "1 English");
            dialogue.type("1", "Your name");
            dialogue.type(NAMES.get(random.nextInt(NAMES.size())), "Choose a PIN");
            dialogue.type(pin, "The same PIN once more");
            dialogue.type(pin, MENU);
        }
        registered = true;
        crowd.registered(phone.number());
    }

    private void menu(Dialogue dialogue) throws EndedException {
        dialogue.held(dialogue.dial(crowd.code()), MENU);
    }

    private void balance(Dialogue dialogue) throws EndedException {
        menu(dialogue);
        dialogue.type("2", "your PIN:");
        dialogue.type(pin, "You have ");
        dialogue.type("00", MENU);
    }

    private void cashIn() throws EndedException {
        int amount = random.nextInt(LEAST_CASH, MOST_CASH);
        changes++;
        crowd.till(random).cashIn(phone.number(), amount);
        money += amount;
    }

    private void send(Dialogue dialogue) throws EndedException {
        var payee = crowd.somebodyBut(phone.number(), random);
        if (payee.isEmpty()) {
            balance(dialogue);
            return;
        }
        int amount = random.nextInt(LEAST_SENT, MOST_SENT);
        // A quote and a payment.
        changes += 2;
        menu(dialogue);
        dialogue.type("3", "Send to which");
        dialogue.type(payee.get(), "How much");
        dialogue.type(Integer.toString(amount), "1 Go on");
        dialogue.type("1", "PIN:");
        dialogue.type(pin, "Sent.");
        money -= amount + HIGHEST_FEE;
    }

    private void cashOut(Dialogue dialogue) throws EndedException {
        int amount = LEAST_CASH;
        changes++;
        menu(dialogue);
        dialogue.type("4", "How much in cash");
        dialogue.type(Integer.toString(amount), "PIN:");
        var shown = CODE.matcher(dialogue.type(pin, "Code "));
        money -= amount;
        if (shown.find()) {
            crowd.till(random).payOut(phone.number(), shown.group(1));
        }
    }

    /** Nonsense is said so and harms nothing; one wrong PIN leaves two tries, and the right one all of them. */
    private void wrongKeys(Dialogue dialogue) throws EndedException {
        menu(dialogue);
        dialogue.type(NONSENSE.get(random.nextInt(NONSENSE.size())), "Choose a number shown here");
        dialogue.type("2", "your PIN:");
        dialogue.type("letters", "A PIN has 4 to 6 digits");
        dialogue.type(pin.startsWith("7") ? "8" + pin.substring(1) : "7" + pin.substring(1), "Wrong PIN");
        dialogue.type(pin, "You have ");
        dialogue.type("00", MENU);
    }
}
