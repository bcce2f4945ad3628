package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.homeline.settlement.Bell;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.jspecify.annotations.Nullable;

/** Closes a business day because an operator wants it now, and waits for what the partner says. */
@Singleton
public final class DayClosing {
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Beyond the wait for an answer, and no longer than an operator's command waits. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Partners partners;
    private final Links links;
    private final DayTable table;
    private final SettlementDays days;
    private final Bell bell;
    private final Clock clock;

    DayClosing(Partners partners, Links links, DayTable table, SettlementDays days, Bell bell, Clock clock) {
        this.partners = partners;
        this.links = links;
        this.table = table;
        this.days = days;
        this.bell = bell;
        this.clock = clock;
    }

    /** How it went. */
    public sealed interface Result {
        /** @param days the day in each of its currencies */
        record Compared(List<SettlementDay> days) implements Result {}

        /** No file in the configuration has that name. */
        record UnknownPartner(List<String> known) implements Result {}

        /** No link can carry the question. */
        record NoLink(String why) implements Result {}

        /** It is still to come. */
        record NotBegun(LocalDate today) implements Result {}

        /** There was no link with the partner yet. */
        record NothingToClose(LocalDate day) implements Result {}

        /** The day waits for them: they end by themselves, or become exceptions. */
        record UnderWay(LocalDate day, long instructions) implements Result {}

        /** Asked, and to be asked again until the partner answers. */
        record NoAnswerYet(LocalDate day) implements Result {}
    }

    /** @param day null for the last one that is over */
    public Result close(String id, @Nullable LocalDate day) {
        var partner = partners.find(id);
        return partner.isPresent()
                ? close(partner.get(), day)
                : new Result.UnknownPartner(
                        partners.all().stream().map(Partner::id).sorted().toList());
    }

    /** The partner's last business day that is over: what is closed where none is named. Empty where it is no partner. */
    public Optional<LocalDate> lastOver(String id) {
        return partners.find(id)
                .map(partner -> partner.cutOver().day(clock.instant()).minusDays(1));
    }

    private Result close(Partner partner, @Nullable LocalDate wanted) {
        var now = clock.instant();
        var today = partner.cutOver().day(now);
        var day = wanted == null ? today.minusDays(1) : wanted;
        if (day.isAfter(today)) {
            return new Result.NotBegun(today);
        }
        var before = days.of(partner.id(), day);
        if (!before.isEmpty() && before.stream().allMatch(DayClosing::isClosed)) {
            return new Result.Compared(before);
        }
        var mute = links.mute(partner);
        if (mute.isPresent()) {
            return new Result.NoLink(mute.get());
        }
        long underWay = table.underWay(partner, day);
        if (underWay > 0) {
            return new Result.UnderWay(day, underWay);
        }
        if (!table.request(partner, day, now)) {
            return new Result.NothingToClose(day);
        }
        bell.ring();
        return answer(partner, day);
    }

    private Result answer(Partner partner, LocalDate day) {
        var within = partner.times().answer().plus(GRACE);
        long end = System.nanoTime() + (within.compareTo(LONGEST) > 0 ? LONGEST : within).toNanos();
        while (System.nanoTime() < end) {
            var now = days.of(partner.id(), day);
            if (now.stream().noneMatch(one -> one.state().equals(SettlementDay.CLOSING))) {
                return new Result.Compared(now);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return new Result.NoAnswerYet(day);
    }

    private static boolean isClosed(SettlementDay day) {
        return day.state().equals(SettlementDay.BALANCED) || day.state().equals(SettlementDay.RESOLVED);
    }
}
