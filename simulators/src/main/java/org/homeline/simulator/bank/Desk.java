package org.homeline.simulator.bank;

import java.io.UncheckedIOException;
import org.homeline.simulator.prompt.Prompt;

/** The bank's desk: whoever sits there types, and reads what comes of it. */
final class Desk {
    private final Enquiries enquiries;
    private final Prompt prompt;

    Desk(Enquiries enquiries, Prompt prompt) {
        this.enquiries = enquiries;
        this.prompt = prompt;
    }

    /** Does what is typed. Answers whether that ended by quit, not by the end of the input. */
    boolean run() {
        var line = prompt.read("bank> ");
        while (line.isPresent()) {
            var typed = line.get().strip();
            if (typed.equals("quit") || typed.equals("exit")) {
                return true;
            }
            if (!typed.isEmpty()) {
                prompt.print(answer(typed));
            }
            line = prompt.read("bank> ");
        }
        return false;
    }

    private String answer(String typed) {
        try {
            return enquiries.answer(typed);
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            return refused.getMessage() + ". Type help.";
        }
    }
}
