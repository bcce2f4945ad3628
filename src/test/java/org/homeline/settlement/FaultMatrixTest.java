package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.settlement.Partner.Kind;
import org.homeline.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever befalls the messages, every instruction ends settled, declined or reversed, its errand hears of that once, and both
 * sides' books agree. All of that within three of the partner's retry intervals after the last trouble: there the clock of
 * server and banks halts, and what is due later than that never ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultMatrixTest {
    private static final String BEFALLS = "!!";

    private final HaltingClock clock = new HaltingClock();
    private BankWorld world;
    private Duration threeIntervals;

    @BeforeAll
    void open() {
        world = BankWorld.at(clock, false);
        var partner = world.server().get(Partners.class).of(BankWorld.US);
        threeIntervals = partner.times().longestRetry().multipliedBy(3);
        for (var bank : List.of(BankWorld.US, BankWorld.KE)) {
            world.bank(bank).onLine(line -> {
                if (line.startsWith(BEFALLS)) {
                    goOnForThreeIntervals();
                }
            });
        }
    }

    @BeforeEach
    void goOnForThreeIntervals() {
        clock.goOnFor(threeIntervals);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /**
     * @param faults what befalls the bank's messages, the first first
     * @param debit how a debit (0200, US) ends
     * @param credit how a credit (0200, US) ends
     * @param advice how a credit by advice (0220, KE) ends
     */
    record Trouble(String name, List<String> faults, String debit, String credit, String advice) {
        @Override
        public String toString() {
            return name;
        }

        List<String> on(String type) {
            return faults.stream().map(fault -> fault.replace("TYPE", type)).toList();
        }
    }

    private static Trouble trouble(String ends, String advice, String... faults) {
        return new Trouble(String.join(", ", faults), List.of(faults), ends, ends, advice);
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                trouble("settled", "settled"),
                trouble("reversed", "settled", "drop-request TYPE"),
                trouble("reversed", "settled", "drop-answer TYPE"),
                trouble("reversed", "settled", "delay:600ms TYPE"),
                trouble("settled", "settled", "delay:50ms TYPE"),
                trouble("settled", "settled", "duplicate TYPE"),
                trouble("reversed", "settled", "after-reversal TYPE"),
                trouble("reversed", "settled", "reset TYPE"),
                trouble("reversed", "settled", "wrong-length TYPE"),
                trouble("reversed", "settled", "garbage TYPE"),
                trouble("declined", "declined", "decline:51 TYPE"),
                trouble("declined", "declined", "decline:14 TYPE"),
                trouble("declined", "declined", "decline:59 TYPE"),
                trouble("reversed", "settled", "decline:96 TYPE"),
                trouble("declined", "settled", "decline:91 TYPE"),
                trouble("declined", "settled", "lost-sign-on TYPE"),
                trouble("reversed", "settled", "drop-answer TYPE", "drop-request 042x"),
                trouble("reversed", "settled", "drop-answer TYPE", "drop-answer 042x", "reset 042x"),
                trouble("reversed", "settled", "drop-request TYPE", "garbage 042x"),
                trouble("reversed", "settled", "drop-answer TYPE", "wrong-length 042x"),
                trouble("reversed", "settled", "drop-answer TYPE", "lost-sign-on 042x"),
                trouble("reversed", "settled", "drop-answer TYPE", "decline:96 042x"));
    }

    /** Approvals have other codes than 00 too: what the partner's file does not list may mean that it was done. */
    @Test
    void anAnswerThatNobodyUnderstandsIsReversed() {
        world.fault(BankWorld.US, "decline:11 0200");
        ends(world.give(BankWorld.US, Kind.DEBIT, 4_321), Instruction.REVERSED);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aDebitEndsRightly(Trouble trouble) {
        world.fault(BankWorld.US, trouble.on("0200").toArray(String[]::new));
        ends(world.give(BankWorld.US, Kind.DEBIT, 1_234), trouble.debit());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aCreditEndsRightly(Trouble trouble) {
        world.fault(BankWorld.US, trouble.on("0200").toArray(String[]::new));
        ends(world.give(BankWorld.US, Kind.CREDIT, 1_111), trouble.credit());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aCreditByAdviceEndsRightly(Trouble trouble) {
        world.fault(BankWorld.KE, trouble.on("022x").toArray(String[]::new));
        ends(world.give(BankWorld.KE, Kind.CREDIT, 5_000), trouble.advice());
    }

    /** The connection stands, but nobody reads: the echo finds it out. */
    @Test
    void aHalfOpenLinkIsMadeAnew() {
        world.fault(BankWorld.US, "half-open 0200");
        var instruction = world.give(BankWorld.US, Kind.DEBIT, 777);
        assertThat(world.ended(instruction)).isEqualTo(Instruction.REVERSED);
        world.bank(BankWorld.US).heal();
        ends(instruction, Instruction.REVERSED);
    }

    /** However far apart its tries have become, and however many. */
    @Test
    void whatStoodForLongEndsSoonAfterItHeals() {
        world.fault(BankWorld.US, "drop-request 0200", "drop-answer 042x x1000");
        world.fault(BankWorld.KE, "drop-request 022x x1000");
        var reversed = world.give(BankWorld.US, Kind.DEBIT, 888);
        var advised = world.give(BankWorld.KE, Kind.CREDIT, 8_888);
        for (var instruction : List.of(reversed, advised)) {
            Eventually.holds(() -> world.instruction(instruction).tries() > 4, () -> world.instruction(instruction));
        }
        world.bank(BankWorld.US).heal();
        world.bank(BankWorld.KE).heal();
        goOnForThreeIntervals();
        assertThat(world.ended(advised)).isEqualTo(Instruction.SETTLED);
        ends(reversed, Instruction.REVERSED);
    }

    @Test
    void answersInAnotherOrderFindTheirRequests() {
        world.fault(BankWorld.US, "reorder 0200");
        var given = new ArrayList<UUID>();
        for (int i = 1; i <= 8; i++) {
            given.add(world.give(BankWorld.US, Kind.DEBIT, 100 + i));
        }
        given.forEach(instruction -> assertThat(world.ended(instruction)).isEqualTo(Instruction.SETTLED));
        world.assertReconciled();
    }

    private void ends(UUID instruction, String state) {
        assertThat(world.ended(instruction)).isEqualTo(state);
        assertThat(world.heard(instruction))
                .containsExactly(state.equals(Instruction.SETTLED) ? "cash-in" : "refunded");
        world.bank(BankWorld.US).heal();
        world.bank(BankWorld.KE).heal();
        world.assertReconciled();
    }
}
