package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.homeline.settlement.Partner.Kind;

/**
 * A world in which instructions have to end in time: its clock halts three of the partner's retry intervals after the last
 * trouble, and what is due later than that never ends. Close it.
 */
final class Trial implements AutoCloseable {
    private static final List<String> BANKS = List.of(BankWorld.US, BankWorld.KE);
    private static final String BEFALLS = "!!";

    private final HaltingClock clock = new HaltingClock();
    private final BankWorld world = BankWorld.at(clock, false);
    private final Duration threeIntervals;

    Trial() {
        var partner = world.server().get(Partners.class).of(BankWorld.US);
        threeIntervals = partner.times().longestRetry().multipliedBy(3);
        for (var bank : BANKS) {
            world.bank(bank).onLine(line -> {
                if (line.startsWith(BEFALLS)) {
                    goOnForThreeIntervals();
                }
            });
        }
    }

    private void goOnForThreeIntervals() {
        clock.goOnFor(threeIntervals);
    }

    BankWorld world() {
        return world;
    }

    /** What befalls the partner's messages, the first first; then an instruction, and its id. */
    UUID give(String partner, Kind kind, long minor, List<String> faults) {
        goOnForThreeIntervals();
        world.fault(partner, faults.toArray(String[]::new));
        return world.give(partner, kind, minor);
    }

    /** Nothing befalls any more. */
    void heal() {
        BANKS.forEach(bank -> world.bank(bank).heal());
        goOnForThreeIntervals();
    }

    /** In time and in this way, of which its errand hears once; and both sides' books agree. */
    void ends(UUID instruction, String state) {
        assertThat(world.ended(instruction))
                .as("how %s ends", world.instruction(instruction))
                .isEqualTo(state);
        assertThat(world.heard(instruction))
                .containsExactly(state.equals(Instruction.SETTLED) ? "cash-in" : "refunded");
        heal();
        world.assertReconciled();
    }

    @Override
    public void close() {
        world.close();
    }
}
