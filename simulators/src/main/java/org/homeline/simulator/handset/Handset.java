package org.homeline.simulator.handset;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.Screen;
import org.homeline.simulator.phone.TextMessage;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.story.StoryRecorder;

/** A phone in somebody's hand. */
final class Handset {
    private static final String HELP = """
            dial          dial the service code; any other code: type it, as *384*77#
            text WORDS    send a text
            read          read the texts that came (all: every one); wait: wait for the next one
            quit          switch the phone off
            While a menu is on the screen, everything typed answers it; then these start with a slash, and
            /end hangs up.""";

    private static final Duration LISTEN = Duration.ofSeconds(10);
    /** How long it rests where there is no Twilio: twice as long each time, and not longer than the other. */
    private static final Duration FIRST_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final Phone phone;
    private final String serviceCode;
    private final Prompt prompt;
    private final Optional<StoryRecorder> recorder;
    private final Frame frame;
    private final Inbox inbox = new Inbox();
    private final CountDownLatch off = new CountDownLatch(1);

    Handset(Phone phone, String serviceCode, Prompt prompt, Optional<StoryRecorder> recorder) {
        this.phone = phone;
        this.serviceCode = serviceCode;
        this.prompt = prompt;
        this.recorder = recorder;
        this.frame = new Frame(prompt.isInteractive());
    }

    /** Does what is typed until the phone is switched off. */
    void run() {
        var old = earlier();
        prompt.print(frame.draw(
                phone.number(),
                "Type dial to begin, help for more." + (old == 0 ? "" : "\n" + old + " texts: type read all."),
                "",
                Style.GREEN));
        var listener = Thread.ofVirtual().name("texts").start(this::listen);
        try {
            var line = prompt.read(question());
            while (line.isPresent() && take(line.get().strip())) {
                line = prompt.read(question());
            }
        } finally {
            off.countDown();
            listener.interrupt();
        }
    }

    /** How many texts were on it before it was taken up; they are not news. */
    private int earlier() {
        try {
            inbox.add(phone.receive(Duration.ZERO));
        } catch (UncheckedIOException noTwilio) {
            prompt.print("No texts: there is no simulated Twilio. Start one with ./homeline simulate twilio");
        }
        return inbox.readNew().size();
    }

    private String question() {
        return phone.isInSession() ? "answer> " : "phone> ";
    }

    /** False to switch off. */
    private boolean take(String line) {
        if (phone.isInSession() && !line.startsWith("/")) {
            synchronized (phone) {
                var screen = phone.type(line);
                recorder.ifPresent(story -> story.typed(line, screen));
                show(screen);
            }
            return true;
        }
        var words = (line.startsWith("/") ? line.substring(1) : line).split(" +", 2);
        var rest = words.length == 1 ? "" : words[1];
        switch (words[0]) {
            case "quit", "exit" -> {
                return false;
            }
            case "dial" -> dial(rest.isEmpty() ? serviceCode : rest);
            case "end" -> hangUp();
            case "text" -> text(rest);
            case "read" -> read(rest.equals("all") ? inbox.readAll() : inbox.readNew());
            case "wait" -> await();
            case "help" -> prompt.print(HELP);
            case "" -> prompt.print(inbox.unread() == 0 ? "No new texts." : inbox.unread() + " new: type read.");
            default -> other(line);
        }
        return true;
    }

    private void other(String line) {
        if (line.startsWith("*") && line.endsWith("#")) {
            dial(line);
        } else {
            prompt.print("Not a code and not a command: type help.");
        }
    }

    private void dial(String code) {
        synchronized (phone) {
            var screen = phone.dial(code);
            recorder.ifPresent(story -> story.dialled(code, screen));
            show(screen);
        }
    }

    private void hangUp() {
        phone.hangUp();
        recorder.ifPresent(StoryRecorder::hungUp);
        prompt.print("Hung up.");
    }

    private void show(Screen screen) {
        prompt.print(frame.draw(
                "USSD", screen.text(), screen.ends() ? "[ OK ]" : "", screen.ends() ? Style.YELLOW : Style.GREEN));
        if (screen.isBroken()) {
            prompt.print(Screen.MEND);
        }
    }

    private void text(String body) {
        try {
            recorder.ifPresent(story -> story.texted(body));
            int status = phone.text(body);
            prompt.print(sent(status));
        } catch (UncheckedIOException silent) {
            prompt.print("Not sent: there is no simulated Twilio. Start one with ./homeline simulate twilio");
        }
    }

    private static String sent(int status) {
        return switch (status) {
            case 200 -> "Sent.";
            case 404, 502 ->
                (status == 404 ? "Not sent: the server answered 404." : "Not sent: the server does not answer.")
                        + " Is it running, and does --webhook of ./homeline simulate twilio name its port?";
            default -> "Not sent: the server answered " + status + ".";
        };
    }

    private void read(List<TextMessage> messages) {
        if (messages.isEmpty()) {
            prompt.print("No new texts.");
        }
        messages.forEach(this::show);
    }

    private void show(TextMessage message) {
        prompt.print(frame.draw("Text from " + message.from(), message.body(), "", Style.CYAN));
    }

    private void await() {
        try {
            if (inbox.await(WAIT)) {
                read(inbox.readNew());
            } else {
                prompt.print("No text came.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears texts as they come, until the phone is switched off; a person sees them at once. */
    private void listen() {
        long rest = 0;
        try {
            do {
                rest = hear() ? 0 : Math.clamp(rest * 2, FIRST_REST.toMillis(), LONGEST_REST.toMillis());
            } while (!off.await(rest, TimeUnit.MILLISECONDS));
        } catch (InterruptedException switchedOff) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where there is no Twilio. */
    private boolean hear() {
        try {
            var fresh = phone.receive(LISTEN);
            // A text that outruns the screen that caused it is told after it.
            synchronized (phone) {
                fresh.forEach(message -> recorder.ifPresent(story -> story.got(message)));
                inbox.add(fresh);
            }
            if (prompt.isInteractive()) {
                inbox.readNew().forEach(this::show);
            }
            return true;
        } catch (UncheckedIOException noTwilio) {
            return false;
        }
    }
}
