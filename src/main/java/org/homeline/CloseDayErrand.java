package org.homeline;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeline.api.OperatorErrand;
import org.homeline.money.Money;
import org.homeline.settlement.DayTotals;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.link.DayClosing;
import org.homeline.settlement.link.DayClosing.Result.Compared;
import org.homeline.settlement.link.DayClosing.Result.NoAnswerYet;
import org.homeline.settlement.link.DayClosing.Result.NoLink;
import org.homeline.settlement.link.DayClosing.Result.NotBegun;
import org.homeline.settlement.link.DayClosing.Result.NothingToClose;
import org.homeline.settlement.link.DayClosing.Result.UnderWay;
import org.homeline.settlement.link.DayClosing.Result.UnknownPartner;

/** Asks a bank what a business day came to, because the operator wants it now. What its answer changes is a journal. */
@Singleton
final class CloseDayErrand implements OperatorErrand {
    static final String NAME = "close-day";
    private static final String DAY = "day";

    private final DayClosing closing;

    CloseDayErrand(DayClosing closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Result run(Map<String, Object> input) {
        var partner = String.valueOf(input.get("partner"));
        var day = String.valueOf(input.getOrDefault(DAY, ""));
        try {
            return result(closing.close(partner, day.isEmpty() ? null : LocalDate.parse(day)));
        } catch (DateTimeException wrong) {
            return closing.lastOver(partner)
                    .map(last -> new Result("BadDay", false, Map.of("typed", day, "last", last.toString())))
                    .orElseGet(() -> result(closing.close(partner, null)));
        }
    }

    private static Result result(DayClosing.Result closed) {
        return switch (closed) {
            case Compared(var days) -> compared(days);
            case UnknownPartner(var known) -> new Result("UnknownPartner", false, Map.of("known", known));
            case NoLink(var why) -> new Result("NoLink", false, Map.of("why", why));
            case NotBegun(var today) -> new Result("NotBegun", false, Map.of("today", today.toString()));
            case NothingToClose(var day) -> new Result("NothingToClose", false, Map.of(DAY, day.toString()));
            case UnderWay(var day, var count) ->
                new Result("UnderWay", false, Map.of(DAY, day.toString(), "instructions", count));
            case NoAnswerYet(var day) -> new Result("NoAnswerYet", false, Map.of(DAY, day.toString()));
        };
    }

    private static Result compared(List<SettlementDay> days) {
        var values = new LinkedHashMap<String, Object>();
        values.put(DAY, days.getFirst().day().toString());
        var rows = new ArrayList<Map<String, Object>>();
        days.forEach(day -> rows.addAll(rows(day)));
        values.put("totals", rows);
        boolean differs = days.stream().anyMatch(day -> day.state().equals(SettlementDay.DIFFERENT));
        if (differs) {
            values.put("next", days.getFirst().itemsCommand());
        }
        boolean open = days.stream().anyMatch(day -> day.state().equals(SettlementDay.OPEN));
        return new Result(differs ? "DayDiffers" : open ? "DayStillOpen" : "DayClosed", true, values);
    }

    /** Ours and the bank's, one below the other. */
    private static List<Map<String, Object>> rows(SettlementDay day) {
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(row(day, "here", day.ours()));
        if (day.theirs() != null) {
            rows.add(row(day, "at the bank", day.theirs()));
        }
        return rows;
    }

    private static Map<String, Object> row(SettlementDay day, String where, DayTotals totals) {
        var row = new LinkedHashMap<String, Object>();
        row.put("where", where);
        row.put("state", day.state());
        row.put("debits", say(day, totals.debits()));
        row.put("reversedDebits", say(day, totals.debitReversals()));
        row.put("credits", say(day, totals.credits()));
        row.put("reversedCredits", say(day, totals.creditReversals()));
        row.put("accountsHaveMore", Money.of(totals.netCredit(), day.currency()).toString());
        return row;
    }

    private static String say(SettlementDay day, DayTotals.Sum sum) {
        return sum.said(day.currency());
    }
}
