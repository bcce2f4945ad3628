package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.settlement.Partner.Kind;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.time.StoryClock;
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

    /** The operator sees what is under way, oldest first, until it is over, and finds it by what the bank calls it. */
    @Test
    void whatIsUnderWayIsListedAndFoundByItsReference() {
        var clock = StoryClock.running();
        try (var world = BankWorld.at(clock, false)) {
            assertThat(world.ended(world.give(BankWorld.US, Kind.DEBIT, 100))).isEqualTo(Instruction.SETTLED);
            assertThat(underWay(world)).isEqualTo("UnderWay[items=[]]");
            world.fault(BankWorld.US, "drop-answer 0200", "decline:58 042x");
            var doubt = world.give(BankWorld.US, Kind.DEBIT, 999);
            Eventually.holds(
                    () -> world.instruction(doubt).state().equals(Instruction.EXCEPTION),
                    () -> world.instruction(doubt));
            clock.advance(Duration.ofSeconds(1));
            world.fault(BankWorld.KE, "drop-answer 0220", "drop-answer 0221", "drop-answer 0221", "drop-answer 0221");
            var slow = world.give(BankWorld.KE, Kind.CREDIT, 5_000);
            Eventually.holds(
                    () -> world.instruction(slow).state().equals(Instruction.SENT), () -> world.instruction(slow));
            assertThat(underWay(world))
                    .containsSubsequence(
                            doubt.toString(), "USD 9.99, account=*5678, state=exception",
                            slow.toString(), "KES 50.00, account=*6789, state=sent");
            assertThat(new Desk(world.server())
                            .operator("settlement.status", Map.of())
                            .toString())
                    .as("who owes whom, what is on its way apart")
                    .contains("position=it owes Homeline USD 1.00, onItsWay=USD 0.00")
                    .contains("position=even, onItsWay=KES 50.00");
            assertThat(world.ended(slow)).isEqualTo(Instruction.SETTLED);
            assertThat(underWay(world)).doesNotContain(slow.toString());

            refer(world, doubt, "633200000008");
            refer(world, slow, "633200000009");
            assertThat(show(world, "633200000008")).contains("Shown", doubt.toString(), "0420");
            assertThat(show(world, "000000000000")).contains("UnknownException");
            refer(world, slow, "633200000008");
            assertThat(show(world, "633200000008"))
                    .as("every bank's numbers begin anew each day")
                    .startsWith("Several")
                    .contains(doubt.toString(), slow.toString());
        }
    }

    /** What number the bank was given depends on how often its link had to sign on. */
    private static void refer(BankWorld world, UUID instruction, String rrn) {
        world.server().get(Transactions.class).write(connection -> {
            try (var update = connection.prepareStatement("update instruction set rrn = ? where id = ?")) {
                update.setString(1, rrn);
                update.setObject(2, instruction);
                return update.executeUpdate();
            }
        });
    }

    private static String underWay(BankWorld world) {
        return new Desk(world.server())
                .operator("settlement.instructions", Map.of())
                .toString();
    }

    private static String show(BankWorld world, String id) {
        return new Desk(world.server())
                .operator("settlement.show", Map.of("id", id))
                .toString();
    }
}
