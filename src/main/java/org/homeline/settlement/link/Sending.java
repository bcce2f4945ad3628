package org.homeline.settlement.link;

import java.time.Instant;
import java.time.LocalDate;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Partner;

/**
 * What is done next about an instruction that is due: the same whether no answer came, the process died in between, or it is
 * its first time.
 */
sealed interface Sending {
    Instruction instruction();

    /**
     * A message goes out.
     *
     * @param instruction as it then stands: in state, tries and due time
     */
    record Out(Instruction instruction) implements Sending {}

    /** The operator decides: it has been tried for too long, or can't be written any more. */
    record Over(Instruction instruction, String why) implements Sending {}

    /** The numbers that a message gets when it is first sent. */
    record Numbers(LocalDate day, int stan, String transmitted) {}

    /** Whether it needs numbers. */
    static boolean isFirst(Instruction due) {
        return due.state().equals(Instruction.QUEUED);
    }

    static Sending first(Partner partner, Instruction due, Numbers numbers, Instant at) {
        return new Out(due.sent(
                numbers.day(),
                numbers.stan(),
                Traces.reference(numbers.day(), numbers.stan()),
                numbers.transmitted(),
                at,
                due(partner, 1, at)));
    }

    /** For one that was sent before. */
    static Sending next(Partner partner, Instruction due, Instant at) {
        return due.state().equals(Instruction.SENT) && !isAdvice(partner, due)
                ? new Out(due.reversing(at, due(partner, 1, at)))
                : again(partner, due, at);
    }

    static boolean isAdvice(Partner partner, Instruction instruction) {
        var service = partner.services().get(instruction.direction());
        return service != null && service.advice();
    }

    /**
     * Once it has been tried for too long, the operator decides; but after a time in which nothing could be tried (the link was
     * down, the node stopped) it goes out once more first.
     */
    private static Sending again(Partner partner, Instruction due, Instant at) {
        var planned = java.util.Objects.requireNonNull(due.due());
        boolean old = at.isAfter(due.since().plus(partner.times().giveUp()));
        boolean onTime = at.isBefore(planned.plus(partner.times().longestRetry()));
        return old && onTime
                ? new Over(due, "no answer in " + partner.times().giveUp().toHours() + " hours")
                : new Out(due.repeated(due(partner, due.tries() + 1, at)));
    }

    /**
     * After the wait for an answer at the soonest, later with each try. Half as long again as the wait, so that whoever hears
     * the answer has dealt with it before anybody takes it that none came.
     */
    static Instant due(Partner partner, int tries, Instant at) {
        var times = partner.times();
        var pause = times.retry().multipliedBy(1L << Math.min(tries - 1, 20));
        var most = pause.compareTo(times.longestRetry()) > 0 ? times.longestRetry() : pause;
        var least = times.answer().plus(times.answer().dividedBy(2));
        return at.plus(most.compareTo(least) > 0 ? most : least);
    }
}
