package org.homeline.simulator.crowd;

import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.Screen;

/** One journey on one phone: each step timed, each screen held against what should come. */
final class Dialogue {
    private static final String TOO_FAST = "too much in one hour";
    private static final String LIMIT = "limit";

    private final Phone phone;
    private final Journey journey;
    private final Tally tally;
    private final Budget budget;

    Dialogue(Phone phone, Journey journey, Tally tally, Budget budget) {
        this.phone = phone;
        this.journey = journey;
        this.tally = tally;
        this.budget = budget;
    }

    /** The journey ends here, for what the tally knows, or because the crowd's time is over. */
    static final class EndedException extends Exception {
        private final boolean wrong;

        EndedException(boolean wrong) {
            super(null, null, false, false);
            this.wrong = wrong;
        }

        boolean isWrong() {
            return wrong;
        }
    }

    /** Dials; what was left of an earlier dialogue is not taken up. */
    String dial(String code) throws EndedException {
        var screen = step(() -> phone.dial(code));
        return screen.text().contains("cut off before")
                ? step(() -> phone.type("2")).text()
                : screen.text();
    }

    /** Types, and goes on where the screen holds what it should. */
    String type(String input, String expected) throws EndedException {
        var screen = step(() -> phone.type(input));
        return held(screen, expected);
    }

    /** Ends it where the screen is another. */
    String held(Screen screen, String expected) throws EndedException {
        return held(screen.text(), expected);
    }

    String held(String text, String expected) throws EndedException {
        if (text.contains(expected)) {
            return text;
        }
        phone.hangUp();
        if (text.contains(TOO_FAST) || text.contains(LIMIT)) {
            tally.refused(journey, "a limit");
            throw new EndedException(false);
        }
        tally.wrong(journey, "another screen than '" + expected + "'", text);
        throw new EndedException(true);
    }

    private interface Step {
        Screen take();
    }

    private Screen step(Step step) throws EndedException {
        if (!budget.take()) {
            phone.hangUp();
            throw new EndedException(false);
        }
        long began = System.nanoTime();
        var screen = step.take();
        tally.step(journey, System.nanoTime() - began);
        if (screen.isBroken()) {
            tally.wrong(journey, screen.text(), "");
            throw new EndedException(true);
        }
        return screen;
    }
}
