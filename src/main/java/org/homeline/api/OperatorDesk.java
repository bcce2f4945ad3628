package org.homeline.api;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.ledger.Books;
import org.homeline.operation.Actor;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.operation.Success;
import org.homeline.operation.Teller;

/**
 * Where an operator's commands arrive, from the same machine over HTTP or within the same process. Each is written down
 * with who gave it before its answer leaves: an operation that commits is in its own journal, anything else in a note.
 */
@Singleton
public final class OperatorDesk {
    private static final int LONGEST_NAME = 60;

    private final Teller teller;
    private final Books books;
    private final Texts texts;
    private final ObjectMapper json;
    private final Map<String, OperatorErrand> errands = new HashMap<>();

    OperatorDesk(Teller teller, Books books, Texts texts, ObjectMapper json, List<OperatorErrand> errands) {
        this.teller = teller;
        this.books = books;
        this.texts = texts;
        this.json = json;
        errands.forEach(errand -> this.errands.put(errand.name(), errand));
    }

    /**
     * Does what the operator wants.
     *
     * @param name of an operation or an errand
     * @param input its input as JSON
     * @param operator who wants it
     * @param key the same for a command that comes again, and for no other
     */
    public OperatorAnswer ask(String name, String input, String operator, String key) {
        var actor = new Actor.Operator(operator.substring(0, Math.min(LONGEST_NAME, operator.length())));
        var errand = errands.get(name);
        if (errand != null) {
            return run(errand, input, actor, key);
        }
        var operation = teller.find(name);
        return operation.isPresent() && !name.equals(NoteOperation.NAME)
                ? perform(operation.get(), input, actor, key)
                : answer("NoSuchOperation", false, Map.of("operation", name));
    }

    private OperatorAnswer perform(Operation<?, ?> operation, String input, Actor actor, String key) {
        Optional<? extends Record> read = read(operation, input);
        if (read.isEmpty()) {
            return answer("BadInput", false, Map.of("operation", operation.name()));
        }
        var outcome = teller.perform(operation.name(), read.get(), actor, key, null);
        if (books.find(key, new byte[0]).isEmpty()) {
            note(operation.name(), written(read.get()), actor, key);
        }
        return answer(outcome);
    }

    private OperatorAnswer run(OperatorErrand errand, String input, Actor actor, String key) {
        try {
            var values = Objects.requireNonNullElse(
                    json.readValue(input, Argument.mapOf(String.class, Object.class)), Map.<String, Object>of());
            note(errand.name(), input, actor, key);
            var result = errand.run(values);
            return answer(result.outcome(), result.done(), result.values());
        } catch (IOException unreadable) {
            return answer("BadInput", false, Map.of("operation", errand.name()));
        }
    }

    private void note(String name, String input, Actor actor, String key) {
        teller.perform(NoteOperation.NAME, new NoteOperation.Note(name, input), actor, key + ":note", null);
    }

    /** As it was understood, not as it came: so that what must not be written down is masked by its type. */
    private String written(Record input) {
        try {
            return json.writeValueAsString(input);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Optional<? extends Record> read(Operation<?, ?> operation, String input) {
        try {
            return Optional.ofNullable(json.readValue(input, operation.inputs()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private OperatorAnswer answer(Outcome outcome) {
        if (outcome instanceof Refused refused) {
            var text = texts.say(Language.ENGLISH, "refused." + refused.reason(), refused.values());
            return answer("Refused", false, Map.of("reason", refused.reason(), "text", text));
        }
        return answer(outcome.getClass().getSimpleName(), outcome instanceof Success, outcome);
    }

    private OperatorAnswer answer(String outcome, boolean done, Object values) {
        try {
            return new OperatorAnswer(outcome, done, json.writeValueToTree(values));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Reads an answer that came over the wire. */
    public static OperatorAnswer read(byte[] body) throws IOException {
        return Objects.requireNonNull(ObjectMapper.getDefault().readValue(body, OperatorAnswer.class));
    }
}
