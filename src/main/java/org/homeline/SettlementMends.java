package org.homeline;

import java.util.Map;
import org.homeline.api.OperatorAnswer;
import org.jspecify.annotations.Nullable;

/** What an operator can do about an answer that concerns banks. */
final class SettlementMends {
    private SettlementMends() {}

    /** Null where the answer's own name and values say enough. */
    static @Nullable String say(OperatorAnswer answer, Map<String, String> typed) {
        return switch (answer.outcome()) {
            case "UnknownPartner" ->
                "no file in iso8583/partners is called '" + typed.getOrDefault("partner", "") + "': there are "
                        + value(answer, "known");
            case "NoLink" ->
                "nothing can be asked of " + typed.getOrDefault("partner", "") + " now: " + value(answer, "why")
                        + ". Nothing was done; the day is closed by itself once a server has the link";
            case "BadDay" ->
                "DAY is a business day as 2026-11-30 (year, month, day), not '" + value(answer, "typed")
                        + "': the last that is over with " + typed.getOrDefault("partner", "") + " is "
                        + value(answer, "last");
            case "NotBegun" -> "that day is still to come: the business day is " + value(answer, "today");
            case "NothingToClose" ->
                "there was no link with that bank yet on " + value(answer, "day") + ": there is nothing to close";
            case "UnderWay", "StillUnderWay" ->
                value(answer, "day") + " waits for " + value(answer, "instructions")
                        + " of its instructions, which end by themselves or become exceptions: try again later";
            case "NoAnswerYet" ->
                "the bank was asked about " + value(answer, "day")
                        + " and has not answered; it is asked again until it does. See ./homeline settlement status";
            case "OtherItems" ->
                "somebody took another file of that day at the same time: nothing was compared. Give the command again"
                        + " once one of you has the right file";
            case "DayNotOver" -> value(answer, "day") + " is not over: its items are compared once it is";
            case "UnknownException" ->
                typed.containsKey("as")
                        ? "no exception has the id '" + typed.getOrDefault("id", "")
                                + "': ./homeline settlement exceptions has those that wait, by their ids"
                        : "no exception or instruction has the id, retrieval reference or customer's reference '"
                                + typed.getOrDefault("id", "")
                                + "': see ./homeline settlement exceptions and ./homeline settlement instructions. What is"
                                + " still under way with a bank becomes an exception only where the bank says nothing until"
                                + " give-up";
            case "Several" ->
                "several have the retrieval reference '" + typed.getOrDefault("id", "")
                        + "': give the id of one of "
                        + value(answer, "found");
            case "Unfit" ->
                "this '" + value(answer, "kind") + "' can't be put right as '" + typed.getOrDefault("as", "")
                        + "': take one of " + value(answer, "fit");
            case "BalancedWithoutIt" ->
                "the day's totals agreed without it, so the bank has not done it: only give-back is right";
            case "DayIsClosing" ->
                "the bank is being asked what " + value(answer, "day") + " came to: approve it once that is answered";
            case "AlreadyResolved" ->
                "it is resolved already, as " + value(answer, "correction") + ", approved by "
                        + value(answer, "approvedBy");
            case "NotProposed" ->
                "nobody has proposed how it is put right: ./homeline settlement resolve "
                        + typed.getOrDefault("id", "ID") + " --as ... --reason ...";
            case "Changed" -> changed(answer, typed.getOrDefault("id", "ID"));
            case "SamePerson" -> value(answer, "proposedBy") + " proposed it, so another operator has to approve it";
            case "HoldIsOver" ->
                "the instruction's money is no longer held: resolve it as give-back; what the bank has of it then stands among its"
                        + " items, and is an exception of its own";
            case "BeyondPosition" ->
                "that is more than is owed: " + owed(value(answer, "owed")) + ". Nothing was booked";
            case "ReferenceUsed" ->
                "a payment with that reference is booked or proposed already: see ./homeline settlement exceptions";
            case "NotKept" -> "that bank's file in iso8583/partners has accounts in " + value(answer, "kept");
            case "NotReturned", "NotNow", "CannotSettle" -> value(answer, "why");
            case "OtherCurrency" ->
                "it has items in " + value(answer, "currency")
                        + ", and that bank's file in iso8583/partners has accounts in " + value(answer, "kept")
                        + ": is it another bank's? Nothing was compared";
            case "NotYet" ->
                "a line is booked on " + value(answer, "booked") + ", and today is " + value(answer, "today")
                        + " there: correct its date, or import it then";
            case "BadReference" -> "a reference has 1 to 60 characters, as it stands on the bank's statement";
            case "MoneyNotThere" ->
                "only " + value(answer, "there") + " is safeguarded and prefunded in that currency: see"
                        + " ./homeline treasury show";
            default -> null;
        };
    }

    private static String changed(OperatorAnswer answer, String id) {
        var gap = value(answer, "gap");
        var moves = gap.matches("-?0(\\.0+)?[A-Z]{3}") ? "" : " --gap=" + gap;
        var undone = OutcomePrinter.field(answer.values(), "instruction").isNull()
                ? ""
                : " --instruction " + value(answer, "instruction");
        return "it is proposed as " + value(answer, "correction") + " of " + gap + ", by " + value(answer, "proposedBy")
                + ", and nothing was done: if that is meant, say --as " + value(answer, "correction") + moves + undone
                + ". See ./homeline settlement show " + id;
    }

    /** As {@code USD -1.00}, who owes it. */
    private static String owed(String amount) {
        return amount.contains("-") ? "the bank owes " + amount.replace("-", "") : "Homeline owes " + amount;
    }

    private static String value(OperatorAnswer answer, String name) {
        return OutcomePrinter.text(answer.values(), name);
    }
}
