package org.homeline.simulator.crowd;

import java.util.concurrent.locks.ReentrantLock;
import org.homeline.simulator.crowd.Dialogue.EndedException;
import org.homeline.simulator.phone.Phone;

/** An agent's phone: people stand in line for it. */
final class Till {
    private static final String MENU = "Homeline agent";

    private final Phone phone;
    private final String pin;
    private final String code;
    private final Tally tally;
    private final Budget budget;
    private final ReentrantLock line = new ReentrantLock(true);

    Till(Phone phone, String pin, String code, Tally tally, Budget budget) {
        this.phone = phone;
        this.pin = pin;
        this.code = code;
        this.tally = tally;
        this.budget = budget;
    }

    /** Whether the number is an agent's with this PIN, which one who is new chooses; so that no agent's PIN gets locked. */
    boolean open() throws EndedException {
        var dialogue = dialogue(Journey.REGISTER);
        var screen = dialogue.dial(code);
        if (screen.contains("for your work as an agent")) {
            dialogue.type(pin, "The same PIN once more");
            screen = dialogue.type(pin, MENU);
        }
        if (screen.contains(MENU)) {
            dialogue.type("4", "your PIN:");
            screen = dialogue.type(pin, "");
        }
        phone.hangUp();
        return screen.startsWith("Float ");
    }

    /** Takes cash from a person and gives value. */
    void cashIn(String number, int amount) throws EndedException {
        inTurn(Journey.CASH_IN, dialogue -> {
            dialogue.type("1", "customer's number");
            dialogue.type(number, "How much cash");
            dialogue.type(Integer.toString(amount), "Your PIN:");
            dialogue.type(pin, "Ref ");
        });
    }

    /** Pays a person who shows a code. */
    void payOut(String number, String shown) throws EndedException {
        inTurn(Journey.CASH_OUT, dialogue -> {
            dialogue.type("2", "customer's number");
            dialogue.type(number, "customer's code");
            dialogue.type(shown, "in cash to");
            dialogue.type(pin, "Ref ");
        });
    }

    private interface Work {
        void on(Dialogue dialogue) throws EndedException;
    }

    private void inTurn(Journey journey, Work work) throws EndedException {
        line.lock();
        try {
            var dialogue = dialogue(journey);
            dialogue.held(dialogue.dial(code), MENU);
            work.on(dialogue);
        } finally {
            phone.hangUp();
            line.unlock();
        }
    }

    private Dialogue dialogue(Journey journey) {
        return new Dialogue(phone, journey, tally, budget);
    }
}
