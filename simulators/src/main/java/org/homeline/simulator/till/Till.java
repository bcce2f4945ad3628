package org.homeline.simulator.till;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.Screen;
import org.homeline.simulator.phone.TextMessage;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;

/** The till: each command is one dialogue, in which the PIN is asked when the server has shown what it is for. */
final class Till {
    private static final int WIDTH = 40;
    /** A receipt's text is on its way when the dialogue has ended. */
    private static final Duration RECEIPT_WITHIN = Duration.ofSeconds(5);

    private static final String HELP = """
            in NUMBER AMOUNT     take cash, give value
            out NUMBER CODE      take a customer's code, hand out cash
            ask NUMBER AMOUNT    ask a customer to approve a cash-out
            float                what is left
            quit                 close the till
            A question that gets no answer, only Enter, ends the command.""";

    private final Phone phone;
    private final String serviceCode;
    private final Prompt prompt;

    /** What the till does, and its number in the agent's menu. */
    private enum Deed {
        CASH_IN("1"),
        CASH_OUT("2"),
        ASK("3"),
        FLOAT("4");

        private final String choice;

        Deed(String choice) {
            this.choice = choice;
        }
    }

    Till(Phone phone, String serviceCode, Prompt prompt) {
        this.phone = phone;
        this.serviceCode = serviceCode;
        this.prompt = prompt;
    }

    /** Does what is typed until the till is closed. */
    void run() {
        prompt.print("The till of " + phone.number() + ". Type help.");
        receive(Duration.ZERO);
        var line = prompt.read("till> ");
        while (line.isPresent() && take(List.of(line.get().strip().split(" +")))) {
            line = prompt.read("till> ");
        }
    }

    private boolean take(List<String> words) {
        if (words.getFirst().equals("quit") || words.getFirst().equals("exit")) {
            return false;
        }
        var deed = deed(words);
        if (deed.isPresent()) {
            follow(new Errand(deed.get().choice, answers(words)));
        } else {
            prompt.print(HELP);
        }
        return true;
    }

    private static Optional<Deed> deed(List<String> words) {
        boolean whole = words.size() > 2;
        return switch (words.getFirst()) {
            case "in" -> Optional.of(Deed.CASH_IN).filter(deed -> whole);
            case "out" -> Optional.of(Deed.CASH_OUT).filter(deed -> whole);
            case "ask" -> Optional.of(Deed.ASK).filter(deed -> whole);
            case "float" -> Optional.of(Deed.FLOAT).filter(deed -> words.size() == 1);
            default -> Optional.empty();
        };
    }

    /** A number may be typed with spaces; what stands last is the amount or the code. */
    private static List<String> answers(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? List.of() : List.of(String.join("", words.subList(1, last)), words.getLast());
    }

    private void follow(Errand errand) {
        var screen = phone.dial(serviceCode);
        boolean pinTyped = false;
        while (!screen.ends()) {
            var sight = new Sight(screen.text());
            var answer = errand.answer(sight).or(() -> ask(errand, sight));
            if (answer.isEmpty()) {
                phone.hangUp();
                return;
            }
            pinTyped |= sight.asksForPin();
            screen = phone.type(answer.get());
        }
        if (screen.isBroken()) {
            prompt.print(screen.text());
            prompt.print(Screen.MEND);
        } else if (pinTyped) {
            show(screen);
        } else {
            prompt.print(screen.text());
        }
    }

    /** The agent's own answer; empty where there is nothing to answer, or the agent wants none of it. */
    private Optional<String> ask(Errand errand, Sight sight) {
        boolean over = sight.isStop() || (errand.isBegun() && sight.isAgents());
        prompt.print(over && !sight.notice().isEmpty() ? sight.notice() : sight.body());
        if (sight.isMenu() || !(sight.asksForPin() || sight.isQuestion())) {
            if (!errand.isBegun() && !sight.isStop()) {
                prompt.print(phone.number() + " has another menu than an agent's.");
            }
            return Optional.empty();
        }
        var typed = sight.asksForPin() ? prompt.readSecret("PIN (Enter ends)> ") : prompt.read("answer (Enter ends)> ");
        var answer = typed.map(String::strip).filter(text -> !text.isEmpty());
        if (answer.isEmpty()) {
            prompt.print("Nothing was done.");
        }
        return answer;
    }

    /** What has come of it, and below that the receipt's text. */
    private void show(Screen last) {
        var rule = "-".repeat(WIDTH);
        prompt.print(rule);
        Wrap.at(WIDTH, last.text()).forEach(line -> prompt.print(Style.BOLD.of(line, prompt.isInteractive())));
        receive(RECEIPT_WITHIN)
                .forEach(receipt -> Wrap.at(WIDTH, receipt.body())
                        .forEach(line -> prompt.print(Style.DIM.of(line, prompt.isInteractive()))));
        prompt.print(rule);
    }

    private List<TextMessage> receive(Duration most) {
        try {
            return phone.receive(most);
        } catch (UncheckedIOException noTwilio) {
            return List.of();
        }
    }
}
