package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a business day came to here with what the partner says that it came to. Before the day's end the answer is
 * kept, and the day stays open.
 */
@Singleton
public final class Balance extends Operation<Balance.Input, Balance.Reply> {
    public static final String NAME = "settlement.balance";

    /**
     * @param stan of the advice that this answers
     * @param inBalance what the partner makes of it (field 66)
     * @param theirs null where it does not say what the day came to
     */
    @Serdeable
    public record Input(
            String partner,
            LocalDate day,
            String currency,
            int stan,
            boolean inBalance,
            @Nullable DayTotals theirs) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    @Serdeable
    public record Compared(String state) implements Reply {}

    /** Nobody waits for this answer any more. */
    @Serdeable
    public record NothingToDo() implements Reply {}

    private final SettlementDays days;
    private final Partners partners;

    Balance(SettlementDays days, Partners partners) {
        super(NAME, Input.class, Reply.class);
        this.days = days;
        this.partners = partners;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return days.find(input.partner(), input.day(), input.currency())
                .filter(day -> day.state().equals(SettlementDay.CLOSING))
                .filter(day -> day.stan() != null && day.stan() == input.stan())
                .map(day -> compare(input, day, attempt))
                .orElseGet(() -> Decision.answer(new NothingToDo()));
    }

    private Decision<Reply> compare(Input input, SettlementDay day, Attempt attempt) {
        boolean agree =
                input.inBalance() && (input.theirs() == null || input.theirs().equals(day.ours()));
        var end = partners.of(day.partner()).cutOver().end(day.day());
        var state = attempt.now().isBefore(end)
                ? SettlementDay.OPEN
                : agree ? SettlementDay.BALANCED : SettlementDay.DIFFERENT;
        var said = input.theirs() == null && agree ? day.ours() : input.theirs();
        var draft = attempt.draft()
                .write(day.answered(state, said))
                .fact("partner", day.partner())
                .fact("day", day.day())
                .fact("currency", day.currency())
                .fact("state", state);
        return Decision.propose(new Compared(state), draft);
    }
}
