package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.signing.NetworkKeys;

/** For the operator: the keys that are shared with partners and terminals, as far as they may be known. */
@Singleton
final class ListKeys extends Operation<ListKeys.Input, ListKeys.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Listed(List<Entry> items) implements Reply, Success {}

    @Serdeable
    record Entry(String name, String algorithm, String checkValue, Instant since) {}

    private final NetworkKeys keys;

    ListKeys(NetworkKeys keys) {
        super("key.list", Input.class, Reply.class);
        this.keys = keys;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(new Listed(keys.list().stream()
                .map(key -> new Entry(key.name(), key.algorithm().word(), key.checkValue(), key.since()))
                .toList()));
    }
}
