package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeline.settlement.Partner.Kind;
import org.homeline.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What is left to an operator, and how it stands until then. */
final class DoubtTest {
    /** Only what a partner refuses for good; what it can't take now is repeated. */
    @Test
    void aReversalThatIsRefusedForGoodIsTheOperatorsToDecide() {
        try (var world = BankWorld.onH2()) {
            world.fault(BankWorld.US, "drop-answer 0200", "decline:58 042x");
            var instruction = world.give(BankWorld.US, Kind.DEBIT, 999);
            Eventually.holds(
                    () -> world.instruction(instruction).state().equals(Instruction.EXCEPTION),
                    () -> world.instruction(instruction));
            assertThat(world.heard(instruction)).isEmpty();
            assertThat(world.instruction(instruction).due()).isNull();
        }
    }
}
