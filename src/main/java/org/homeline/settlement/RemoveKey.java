package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.signing.NetworkKeys;
import org.homeline.signing.TerminalKeyName;
import org.jspecify.annotations.Nullable;

/** For the operator: takes away a key, so that nothing under it is made or believed any more. */
@Singleton
final class RemoveKey extends Operation<RemoveKey.Input, RemoveKey.Reply> {
    @Serdeable
    record Input(String name) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /** @param caution that whoever has keys under it goes on; else null */
    @Serdeable
    record KeyRemoved(
            String name, String checkValue, @Nullable String caution) implements Reply, Success {}

    @Serdeable
    record UnknownKey() implements Reply {}

    private final NetworkKeys keys;

    RemoveKey(NetworkKeys keys) {
        super("key.remove", Input.class, Reply.class);
        this.keys = keys;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return keys.checkValue(input.name())
                .map(checkValue -> remove(input.name(), checkValue, attempt))
                .orElseGet(() -> Decision.answer(new UnknownKey()));
    }

    private static @Nullable String caution(String name) {
        return TerminalKeyName.isMaster(name)
                ? "the terminal goes on under the keys that it has: ./homeline terminal block stops it"
                : null;
    }

    private static Decision<Reply> remove(String name, String checkValue, Attempt attempt) {
        var draft = attempt.draft()
                .write(new KeyRow.Removed(name))
                .fact("key", name)
                .fact("checkValue", checkValue);
        return Decision.propose(new KeyRemoved(name, checkValue, caution(name)), draft);
    }
}
