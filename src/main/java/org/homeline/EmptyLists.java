package org.homeline;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import org.homeline.api.OperatorAnswer;
import org.jspecify.annotations.Nullable;

/** What an operator reads where a list has nothing in it: what there is none of, and what to do next. */
final class EmptyLists {
    private EmptyLists() {}

    /** Empty where the answer is no list, or has something in it. */
    static Optional<String> say(String operation, OperatorAnswer answer) {
        return answer.done() && isEmpty(answer.values()) ? Optional.ofNullable(words(operation)) : Optional.empty();
    }

    private static @Nullable String words(String operation) {
        return switch (operation) {
            case "agent.list" -> "There are no agents yet: ./homeline agent add PHONE NAME makes somebody one.";
            case "agent.listTerminals" ->
                "There are no cash terminals yet: ./homeline terminal add TERMINAL PHONE binds one to an agent.";
            case "agent.listStuck" -> "No reversal waits: whatever terminals took back, went back.";
            case "key.list" ->
                "No keys were imported yet: ./homeline key import NAME --algorithm aes --file FILE takes one.";
            case "settlement.status" ->
                "There are no banks: each is a file in iso8583/partners in the configuration folder.";
            case "settlement.instructions" -> "Nothing is under way with banks.";
            case "settlement.exceptions" -> "No exceptions: whatever was compared with banks agrees, or is resolved.";
            default -> null;
        };
    }

    /** Where a list is all that an answer has and it is empty, it may have been left out on its way. */
    private static boolean isEmpty(JsonNode values) {
        var items = OutcomePrinter.field(values, "items");
        return (items.isNull() || (items.isArray() && items.size() == 0))
                && OutcomePrinter.field(values, "days").isNull();
    }
}
