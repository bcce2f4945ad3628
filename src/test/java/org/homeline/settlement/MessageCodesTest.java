package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeline.settlement.Partner.Kind;
import org.homeline.signing.NetworkKeys;
import org.homeline.testing.Eventually;
import org.junit.jupiter.api.Test;

/** Codes on messages towards banks, under keys that the banks send. */
final class MessageCodesTest {
    private static final String ANOTHER_KEY = "00112233445566778899AABBCCDDEEFF";

    @Test
    void eachBanksOwnAlgorithmAndKeysServe() {
        try (var world = BankWorld.onH2()) {
            assertThat(world.ended(world.give(BankWorld.US, Kind.DEBIT, 100))).isEqualTo(Instruction.SETTLED);
            assertThat(world.ended(world.give(BankWorld.KE, Kind.CREDIT, 100))).isEqualTo(Instruction.SETTLED);
            var keys = world.server().get(NetworkKeys.class);
            assertThat(keys.checkValue("demo-us.mac")).isPresent();
            assertThat(keys.checkValue("demo-ke.mac")).isPresent();
            world.assertReconciled();
        }
    }

    /**
     * Under a key that the bank has not, nothing that it says counts, and nothing is done there: the money stays held until the
     * next sign-on brings the right key.
     */
    @Test
    void whatDoesNotAuthenticateIsNoAnswer() {
        try (var world = BankWorld.onH2()) {
            assertThat(world.ended(world.give(BankWorld.US, Kind.DEBIT, 100))).isEqualTo(Instruction.SETTLED);
            world.importKey("demo-us.mac", "aes", ANOTHER_KEY);
            world.server().get(NetworkKeys.class).refresh("demo-us.mac");
            var instruction = world.give(BankWorld.US, Kind.DEBIT, 200);
            Eventually.holds(
                    () -> world.instruction(instruction).state().equals(Instruction.REVERSING)
                            && world.instruction(instruction).tries() > 1,
                    () -> world.instruction(instruction));
            world.fault(BankWorld.US, "reset 042x");
            assertThat(world.ended(instruction)).isEqualTo(Instruction.REVERSED);
            world.assertReconciled();
        }
    }
}
