package org.homeline.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.serde.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.homeline.database.Durability;
import org.homeline.language.Texts;
import org.homeline.ledger.Books;
import org.homeline.signing.Keys;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;

/** A server's Teller, less what would stand in a test's way. */
public final class Tellers {
    private Tellers() {}

    /** One that asks for no PIN: of many at the same moment, only three may be compared. */
    public static Teller withoutPins(TestServer server) {
        var operations = new ArrayList<Operation<?, ?>>();
        server.context().getBeansOfType(Operation.class).forEach(operations::add);
        List<Policy> policies = server.get(Teller.class).policies().stream()
                .filter(policy -> !policy.reasons().contains(Refused.PIN_NEEDED))
                .toList();
        return new Teller(
                operations,
                policies,
                server.get(Books.class),
                server.get(Durability.class),
                server.get(Keys.class),
                server.get(ObjectMapper.class),
                server.get(Clock.class),
                server.get(Ids.class),
                server.get(RandomGenerator.class),
                server.get(Texts.class),
                server.get(MeterRegistry.class));
    }
}
