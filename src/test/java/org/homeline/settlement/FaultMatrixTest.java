package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.settlement.Partner.Kind;
import org.homeline.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever befalls the messages, every instruction ends settled, declined or reversed, its errand hears of that once, and both
 * sides' books agree, within three retry intervals after the last trouble.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultMatrixTest {
    /** Each kind in a world of its own, so that a trouble befalls all of them at the same time. */
    private final Map<Way, Trial> trials = new EnumMap<>(Way.class);

    /** How money is asked for. */
    enum Way {
        DEBIT(BankWorld.US, Kind.DEBIT, "0200"),
        CREDIT(BankWorld.US, Kind.CREDIT, "0200"),
        /** A credit that needs no answer to be good. */
        ADVICE(BankWorld.KE, Kind.CREDIT, "022x");

        private final String partner;
        private final Kind kind;
        private final String type;

        Way(String partner, Kind kind, String type) {
            this.partner = partner;
            this.kind = kind;
            this.type = type;
        }
    }

    @BeforeAll
    void open() {
        for (var way : Way.values()) {
            trials.put(way, new Trial());
        }
    }

    @AfterAll
    void close() {
        trials.values().forEach(Trial::close);
    }

    /**
     * @param faults what befalls the bank's messages, the first first
     * @param request how a debit or credit by request (0200) ends
     * @param advice how a credit by advice (0220) ends
     */
    record Trouble(String request, String advice, List<String> faults) {
        List<String> on(Way way) {
            return faults.stream().map(fault -> fault.replace("TYPE", way.type)).toList();
        }

        String ends(Way way) {
            return way == Way.ADVICE ? advice : request;
        }

        @Override
        public String toString() {
            return String.join(", ", faults);
        }
    }

    private static Trouble trouble(String request, String advice, String... faults) {
        return new Trouble(request, advice, List.of(faults));
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

    @ParameterizedTest
    @MethodSource("troubles")
    void everyInstructionEndsRightlyAndInTime(Trouble trouble) {
        var given = new EnumMap<Way, UUID>(Way.class);
        trials.forEach((way, trial) -> given.put(way, trial.give(way.partner, way.kind, 1_234, trouble.on(way))));
        given.forEach((way, instruction) -> trial(way).ends(instruction, trouble.ends(way)));
    }

    /** Approvals have other codes than 00 too: what the partner's file does not list may mean that it was done. */
    @Test
    void anAnswerThatNobodyUnderstandsIsReversed() {
        var instruction = trial(Way.DEBIT).give(BankWorld.US, Kind.DEBIT, 4_321, List.of("decline:11 0200"));
        trial(Way.DEBIT).ends(instruction, Instruction.REVERSED);
    }

    /** The connection stands, but nobody reads: the echo finds it out. */
    @Test
    void aHalfOpenLinkIsMadeAnew() {
        var instruction = trial(Way.DEBIT).give(BankWorld.US, Kind.DEBIT, 777, List.of("half-open 0200"));
        trial(Way.DEBIT).ends(instruction, Instruction.REVERSED);
    }

    /** However far apart its tries have become, and however many. */
    @Test
    void whatStoodForLongEndsSoonAfterItHeals() {
        var trial = trial(Way.DEBIT);
        var reversed =
                trial.give(BankWorld.US, Kind.DEBIT, 888, List.of("drop-request 0200", "drop-answer 042x x1000"));
        var advised = trial.give(BankWorld.KE, Kind.CREDIT, 8_888, List.of("drop-request 022x x1000"));
        var world = trial.world();
        for (var instruction : List.of(reversed, advised)) {
            Eventually.holds(() -> world.instruction(instruction).tries() > 4, () -> world.instruction(instruction));
        }
        trial.heal();
        assertThat(world.ended(advised)).isEqualTo(Instruction.SETTLED);
        trial.ends(reversed, Instruction.REVERSED);
    }

    @Test
    void answersInAnotherOrderFindTheirRequests() {
        var trial = trial(Way.DEBIT);
        var given = new ArrayList<UUID>();
        given.add(trial.give(BankWorld.US, Kind.DEBIT, 100, List.of("reorder 0200")));
        for (int i = 1; i < 8; i++) {
            given.add(trial.world().give(BankWorld.US, Kind.DEBIT, 100 + i));
        }
        given.forEach(
                instruction -> assertThat(trial.world().ended(instruction)).isEqualTo(Instruction.SETTLED));
        trial.world().assertReconciled();
    }

    private Trial trial(Way way) {
        return java.util.Objects.requireNonNull(trials.get(way));
    }
}
