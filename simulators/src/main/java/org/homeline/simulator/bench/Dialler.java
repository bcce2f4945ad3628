package org.homeline.simulator.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A phone that goes through dialogues, one after the other, as Africa's Talking sends them. */
public final class Dialler implements Caller {
    private final URI callback;
    private final Supplier<String> sessions;
    private final Iterator<Dialogue> dialogues;
    private Dialogue now = new Dialogue("", List.of());
    private String session = "";
    private String text = "";
    private int place;

    /**
     * A dialogue from its dial on.
     *
     * @param number who dials, in E.164
     */
    public record Dialogue(String number, List<Turn> turns) {}

    /**
     * @param callback with its key
     * @param sessions names of sessions, each another
     */
    public Dialler(URI callback, Supplier<String> sessions, Iterator<Dialogue> dialogues) {
        this.callback = callback;
        this.sessions = sessions;
        this.dialogues = dialogues;
    }

    @Override
    public Optional<Exchange> next() {
        if (place == now.turns().size()) {
            if (!dialogues.hasNext()) {
                return Optional.empty();
            }
            now = dialogues.next();
            session = sessions.get();
            text = "";
            place = 0;
        }
        var turn = now.turns().get(place);
        text = place <= 1 ? turn.typed() : text + "*" + turn.typed();
        place++;
        var form = "sessionId=" + session + "&serviceCode=*384*77%23&phoneNumber=%2B"
                + now.number().substring(1) + "&networkCode=99999&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Optional.of(Exchange.post(callback, form, "", turn.label(), turn.expected()));
    }

    @Override
    public boolean mayStop() {
        return place == now.turns().size();
    }
}
