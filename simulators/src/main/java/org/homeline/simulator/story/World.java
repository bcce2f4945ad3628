package org.homeline.simulator.story;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A running Homeline with a clock that stands still until it is moved, and a simulated Twilio beside it. */
public interface World {
    /** The USSD callback, with its key. */
    URI ussd();

    /** Where a browser really finds what a link to the server's public address names. */
    URI route(URI link);

    /** The simulated Twilio. */
    URI twilio();

    /**
     * Runs one of the operator's commands, as typed after {@code ./homeline}.
     *
     * @param who a colleague of the operator's; empty for the operator
     */
    Answer operator(String who, List<String> command);

    /** Likewise, by the operator. */
    default Answer operator(List<String> command) {
        return operator("", command);
    }

    /**
     * What the desk of a simulated bank answers.
     *
     * @throws IllegalArgumentException where there is no such bank, or nothing of the kind can be typed there
     */
    String bank(String partner, String typed);

    /**
     * What an agent's cash terminal shows and prints from its sign-on to its sign-off.
     *
     * @param agent whose terminal it is
     * @param typed a line each
     */
    String terminal(String agent, String terminal, List<String> typed);

    /** Lets a second pass: nobody does two things at once. */
    void tick();

    /** Moves the clock and does whatever has become due. */
    void advance(Duration by);

    /**
     * Returns once every instruction to a bank that was given so far has ended, and every message that was written so far has
     * been handed over or given up.
     *
     * @throws IllegalStateException where that takes too long
     */
    void settle();

    /**
     * What a command said.
     *
     * @param status 0 where it did what was wanted
     */
    record Answer(int status, String text) {}
}
