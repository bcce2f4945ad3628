package org.homeline.simulator.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jpos.iso.ISOMsg;

/** Answers that wait for another one to go out before them. Thread-safe. */
final class HeldAnswers {
    private static final int STAN = 11;
    private static final int RETRIEVAL_REFERENCE_NUMBER = 37;

    private final List<Held> waiting = new ArrayList<>();

    /**
     * An answer that waits.
     *
     * @param until whether it goes out behind an answer, which is the second
     */
    record Held(BankChannel channel, ISOMsg answer, BiPredicate<ISOMsg, ISOMsg> until) {}

    /** Goes out behind whatever comes next. */
    synchronized void untilNext(BankChannel channel, ISOMsg answer) {
        waiting.add(new Held(channel, answer, (own, other) -> true));
    }

    /** Goes out behind the answer to its reversal. */
    synchronized void untilReversed(BankChannel channel, ISOMsg answer) {
        waiting.add(new Held(channel, answer, HeldAnswers::isReversal));
    }

    /** Goes out when all is healed. */
    synchronized void untilHealed(BankChannel channel, ISOMsg answer) {
        waiting.add(new Held(channel, answer, (own, other) -> false));
    }

    /** Those that may go out behind an answer; they wait no longer. */
    synchronized List<Held> behind(ISOMsg answer) {
        var free = waiting.stream()
                .filter(held -> held.until().test(held.answer(), answer))
                .toList();
        waiting.removeAll(free);
        return free;
    }

    /** All of them; they wait no longer. */
    synchronized List<Held> all() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private static boolean isReversal(ISOMsg own, ISOMsg other) {
        return MessageLine.type(other).startsWith("043")
                && isSame(own, other, STAN)
                && isSame(own, other, RETRIEVAL_REFERENCE_NUMBER);
    }

    private static boolean isSame(ISOMsg one, ISOMsg other, int field) {
        return one.hasField(field) && one.getString(field).equals(other.getString(field));
    }
}
