package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.homeline.iso8583.Message;

/** Writes what came of a message into its answer. */
@Singleton
final class Answers {
    /** What an answer repeats of its request. */
    private static final List<Integer> ECHOED = List.of(3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49, 70);

    private static final int APPROVAL = 6;
    /** The greatest lengths of fields 48 and 104. */
    private static final int LINES = 999;

    static final int SAID = 100;
    private static final int HIGHEST_CHARACTER = 0xFF;

    private final TerminalSettings settings;

    Answers(TerminalSettings settings) {
        this.settings = settings;
    }

    Message write(Message request, Verdict verdict) {
        var answer = Message.of(request.answerMti()).with(39, settings.code(verdict.response()));
        for (int field : ECHOED) {
            var text = request.text(field);
            if (text.isPresent()) {
                answer = answer.with(field, text.get());
            }
        }
        if (!verdict.reference().isEmpty()) {
            answer = answer.with(38, verdict.reference().substring(0, APPROVAL));
        }
        if (!verdict.balances().isEmpty()) {
            answer = answer.with(
                    54,
                    verdict.balances().stream().map(Verdict.Balance::written).collect(Collectors.joining()));
        }
        if (!verdict.lines().isEmpty()) {
            answer = answer.with(48, fit(verdict.lines(), LINES));
        }
        return verdict.said().isEmpty() ? answer : answer.with(104, fit(verdict.said(), SAID));
    }

    /** In a terminal's characters, and no longer than the field. */
    static String fit(String text, int most) {
        var fitting = new StringBuilder();
        text.chars()
                .limit(most)
                .forEach(character -> fitting.append(character > HIGHEST_CHARACTER ? '?' : (char) character));
        return fitting.toString();
    }
}
