package org.homeline.simulator.till;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.Screen;
import org.homeline.simulator.phone.TextMessage;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;

/** The till: each command is one dialogue, the PIN is asked when the server has shown what it is for. */
final class Till {
    private static final int WIDTH = 40;
    /** A receipt's text is on its way when the dialogue has ended. */
    private static final Duration RECEIPT_WITHIN = Duration.ofSeconds(5);

    /** What every screen that asks for the PIN says, in any language. */
    private static final String PIN = "PIN";

    private static final String HELP = """
            in NUMBER AMOUNT     take cash, give value
            out NUMBER CODE      take a customer's code, hand out cash
            ask NUMBER AMOUNT    ask a customer to approve a cash-out
            float                what is left
            quit                 close the till""";

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
        if (words.getFirst().equals("quit")) {
            return false;
        }
        var deed = deed(words);
        if (deed.isPresent()) {
            perform(deed.get(), words.subList(1, words.size()));
        } else {
            prompt.print(HELP);
        }
        return true;
    }

    private static Optional<Deed> deed(List<String> words) {
        return switch (words.getFirst() + words.size()) {
            case "in3" -> Optional.of(Deed.CASH_IN);
            case "out3" -> Optional.of(Deed.CASH_OUT);
            case "ask3" -> Optional.of(Deed.ASK);
            case "float1" -> Optional.of(Deed.FLOAT);
            default -> Optional.empty();
        };
    }

    private void perform(Deed deed, List<String> answers) {
        var inputs = new ArrayList<>(List.of(deed.choice));
        inputs.addAll(answers);
        var before = walk(inputs);
        if (before.ends() || !phone.isInSession()) {
            prompt.print(before.text());
            return;
        }
        prompt.print(before.text());
        if (!before.text().contains(PIN)) {
            phone.hangUp();
            return;
        }
        var pin = prompt.readSecret("PIN> ");
        if (pin.isEmpty() || pin.get().isBlank()) {
            phone.hangUp();
            prompt.print("Nothing was done.");
            return;
        }
        finish(phone.type(pin.get().strip()));
    }

    /** What was left from the dialogue before is not taken up. */
    private Screen walk(List<String> inputs) {
        var screen = phone.dial(serviceCode);
        if (isOffer(screen)) {
            screen = phone.type("2");
        }
        for (var input : inputs) {
            if (!phone.isInSession()) {
                return screen;
            }
            screen = phone.type(input);
        }
        return screen;
    }

    /** Two choices instead of the agent's menu: to go on with a dialogue that was cut off, or to start anew. */
    private static boolean isOffer(Screen screen) {
        return screen.text().contains("\n1 ")
                && screen.text().contains("\n2 ")
                && !screen.text().contains("\n3 ");
    }

    private void finish(Screen screen) {
        if (!screen.ends()) {
            prompt.print(screen.text());
            phone.hangUp();
            return;
        }
        var receipts = receive(RECEIPT_WITHIN);
        var rule = "-".repeat(WIDTH);
        prompt.print(rule);
        Wrap.at(WIDTH, screen.text()).forEach(line -> prompt.print(Style.BOLD.of(line, prompt.isInteractive())));
        receipts.forEach(receipt -> Wrap.at(WIDTH, receipt.body())
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
