package org.homeline.settlement.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.MissingKeys;
import org.homeline.settlement.NetPositions;
import org.homeline.settlement.NetPositions.Position;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.homeline.settlement.SettlementDays.Closed;
import org.jspecify.annotations.Nullable;

/** For the operator: how it stands with each partner, in each currency. */
@Singleton
final class ShowStatus extends Operation<ShowStatus.Input, ShowStatus.Reply> {
    private static final Closed NONE = new Closed(null, null, 0, 0);

    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Status(List<Entry> items) implements Reply, Success {}

    /**
     * @param link how this server's link stands
     * @param underWay how many instructions have no end yet
     * @param position who owes whom, of what is booked
     * @param onItsWay to accounts there, which counts against the cap as if it had arrived
     * @param closed the last business day that agreed
     * @param different how many days do not, and wait for an operator
     */
    @Serdeable
    record Entry(
            String partner,
            String link,
            long underWay,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String position,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Money onItsWay,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Money alarm,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Money cap,

            String note,
            @Nullable LocalDate closed,
            long different) {
        /** Of one whose file is gone, and with it what was agreed on. */
        static Entry of(FormerPartners.Former former) {
            return new Entry(
                    former.partner(),
                    former.isGone() ? "its file is gone" : "its file lacks a currency",
                    former.underWay(),
                    former.owed().isEmpty()
                            ? null
                            : former.owed().stream().map(ShowStatus::say).collect(Collectors.joining(", ")),
                    null,
                    null,
                    null,
                    former.mend(),
                    null,
                    0);
        }
    }

    private final Links links;
    private final SendingTable sendings;
    private final NetPositions positions;
    private final SettlementDays days;
    private final Discrepancies discrepancies;
    private final MissingKeys missingKeys;
    private final FormerPartners formers;

    ShowStatus(
            Links links,
            SendingTable sendings,
            NetPositions positions,
            SettlementDays days,
            Discrepancies discrepancies,
            MissingKeys missingKeys,
            FormerPartners formers) {
        super("settlement.status", Input.class, Reply.class);
        this.links = links;
        this.sendings = sendings;
        this.positions = positions;
        this.days = days;
        this.discrepancies = discrepancies;
        this.missingKeys = missingKeys;
        this.formers = formers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var underWay = sendings.waiting().stream()
                .collect(Collectors.groupingBy(
                        SendingTable.Waiting::partner, Collectors.summingLong(SendingTable.Waiting::instructions)));
        var closed = days.closed(attempt.now());
        var exceptions = discrepancies.countWaitingByPartner().stream()
                .collect(Collectors.toMap(
                        one -> one.partner() + " " + one.currency(), Discrepancies.Waiting::exceptions));
        return Decision.answer(new Status(Stream.concat(
                        positions.all().stream().map(position -> entry(position, underWay, closed, exceptions)),
                        formers.all().stream().map(Entry::of))
                .toList()));
    }

    private Entry entry(
            Position position, Map<String, Long> underWay, Map<String, Closed> closed, Map<String, Long> exceptions) {
        var partner = position.partner();
        var key = partner.id() + " " + position.owed().currency().getCode();
        var days = closed.getOrDefault(key, NONE);
        return new Entry(
                partner.id(),
                links.state(partner),
                underWay.getOrDefault(partner.id(), 0L),
                say(position.booked()),
                position.onItsWay(),
                position.caps().alarm(),
                position.caps().most(),
                note(position, days, exceptions.getOrDefault(key, 0L)),
                days.last(),
                days.different());
    }

    private static String say(Money booked) {
        if (booked.isZero()) {
            return "even";
        }
        return booked.isPositive() ? "Homeline owes it " + booked : "it owes Homeline " + booked.abs();
    }

    private String note(Position position, Closed days, long exceptions) {
        var notes = new ArrayList<String>();
        if (exceptions > 0) {
            notes.add(exceptions + (exceptions == 1 ? " EXCEPTION" : " EXCEPTIONS"));
        }
        var differs = days.firstDifferent();
        if (differs != null) {
            notes.add("DIFFERENT AT THE BANK: "
                    + SettlementDay.itemsCommand(position.partner().id(), differs));
        }
        if (position.isOverAlarm()) {
            notes.add("OVER THE ALARM LINE");
        }
        if (days.unanswered() > 0) {
            notes.add("NO ANSWER ABOUT " + days.unanswered() + (days.unanswered() == 1 ? " DAY" : " DAYS"));
        }
        missingKeys.of(position.partner()).map(MissingKeys.Needed::mend).ifPresent(notes::add);
        return String.join(", ", notes);
    }
}
