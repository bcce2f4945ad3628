package org.homeline.settlement.link;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.operation.Actor;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.settlement.Conclude;
import org.homeline.settlement.Instruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the Teller end instructions in the links' name. */
@Singleton
final class Concluding {
    private static final Logger LOG = LoggerFactory.getLogger(Concluding.class);

    private final BeanProvider<Teller> teller;

    Concluding(BeanProvider<Teller> teller) {
        this.teller = teller;
    }

    /**
     * @param code the response code; empty where there was none
     * @param message what brought it about, as logs may show it
     */
    void conclude(Instruction instruction, Conclude.By by, Optional<String> code, String message) {
        var outcome = teller.get()
                .perform(
                        Conclude.NAME,
                        new Conclude.Input(instruction.id(), by, code.orElse(null), message),
                        new Actor.Worker("link " + instruction.partner()),
                        "settlement:%s:%s:%s".formatted(by, instruction.id(), instruction.tries()),
                        null);
        if (outcome instanceof Refused refused) {
            // Its due time brings it back.
            LOG.error("{} could not be concluded: {}", instruction, refused.reason());
        }
    }
}
