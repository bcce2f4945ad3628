package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeline.agent.CashIn;
import org.homeline.agent.FloatBalance;
import org.homeline.agent.LastDealings;
import org.homeline.agent.Reverse;
import org.homeline.agent.TerminalCashOut;
import org.homeline.agent.Unserved;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.terminal.Verdict.Balance;
import org.homeline.terminal.Verdict.Balance.Of;

/** How each outcome of an operation, and each reason of a policy's, is answered to a terminal. */
@Singleton
final class Verdicts {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm z", Locale.ENGLISH);

    /** What any operation may be refused for. */
    private static final Map<String, Response> REFUSALS = Map.ofEntries(
            Map.entry(Refused.PIN_NEEDED, Response.WRONG_PIN),
            Map.entry(Refused.BUSY, Response.MALFUNCTION),
            Map.entry(Refused.KEY_REUSED, Response.DUPLICATE),
            Map.entry("pin-wrong", Response.WRONG_PIN),
            Map.entry("pin-locked", Response.PIN_LOCKED),
            Map.entry("pin-not-set", Response.NOT_PERMITTED),
            Map.entry("pin-hold", Response.NOT_PERMITTED),
            Map.entry("not-an-agent", Response.NOT_PERMITTED),
            Map.entry("agent-blocked", Response.NOT_PERMITTED),
            Map.entry("blocked", Response.NOT_PERMITTED),
            Map.entry("limit-transaction", Response.OVER_LIMIT),
            Map.entry("limit-day", Response.OVER_LIMIT),
            Map.entry("limit-month", Response.OVER_LIMIT),
            Map.entry("limit-balance", Response.OVER_LIMIT),
            Map.entry("too-fast", Response.TOO_OFTEN),
            Map.entry("too-many-strangers", Response.TOO_OFTEN));

    private final Texts texts;

    /** @throws IllegalStateException where a policy refuses for a reason that no terminal could be told */
    Verdicts(Texts texts, Teller teller) {
        this.texts = texts;
        var unknown = teller.policies().stream()
                .flatMap(policy -> policy.reasons().stream())
                .filter(reason -> !REFUSALS.containsKey(reason))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("terminals have no answer for " + unknown);
        }
    }

    Verdict cashIn(Outcome outcome, Language language) {
        if (!(outcome instanceof CashIn.Reply reply)) {
            return refused(outcome, language);
        }
        return switch (reply) {
            case CashIn.CashedIn done ->
                dealt(
                        language,
                        "cash-in",
                        done.reference(),
                        done.left(),
                        Map.of("amount", done.amount(), "name", done.name()));
            case CashIn.NotEnoughFloat few ->
                no(Response.NOT_ENOUGH, language, "not-enough-float", Map.of("left", few.left()));
            case Unserved.UnknownCustomer unknown -> no(Response.UNKNOWN_CUSTOMER, language, "unknown-customer");
            case Unserved.BadNumber bad -> no(Response.UNKNOWN_CUSTOMER, language, "bad-number");
            case Unserved.Yourself yourself -> no(Response.NOT_PERMITTED, language, "yourself");
            case Unserved.BadAmount bad -> no(Response.INVALID_AMOUNT, language, "bad-amount");
        };
    }

    Verdict cashOut(Outcome outcome, Language language) {
        if (!(outcome instanceof TerminalCashOut.Reply reply)) {
            return refused(outcome, language);
        }
        return switch (reply) {
            case TerminalCashOut.PaidOut paid ->
                dealt(
                        language,
                        "cash-out",
                        paid.reference(),
                        paid.left(),
                        Map.of("amount", paid.amount(), "name", paid.name(), "commission", paid.commission()));
            case TerminalCashOut.OtherAmount other ->
                no(Response.INVALID_AMOUNT, language, "other-amount", Map.of("amount", other.amount()));
            case Unserved.WrongCode wrong -> no(Response.WRONG_CODE, language, "wrong-code");
            case Unserved.CodeExpired gone -> no(Response.CODE_EXPIRED, language, "code-expired");
            case Unserved.TooManyWrong many -> no(Response.TOO_OFTEN, language, "too-many-wrong");
            case Unserved.BadNumber bad -> no(Response.UNKNOWN_CUSTOMER, language, "bad-number");
            case Unserved.Yourself yourself -> no(Response.NOT_PERMITTED, language, "yourself");
        };
    }

    Verdict balance(Outcome outcome, Language language) {
        if (!(outcome instanceof FloatBalance.Reply reply)) {
            return refused(outcome, language);
        }
        return switch (reply) {
            case FloatBalance.InFloat there ->
                new Verdict(
                        Response.APPROVED,
                        say(language, "balance", Map.of("left", there.left(), "commission", there.commission())),
                        "",
                        List.of(new Balance(Of.FLOAT, there.left()), new Balance(Of.COMMISSION, there.commission())),
                        "");
        };
    }

    Verdict last(Outcome outcome, Language language) {
        if (!(outcome instanceof LastDealings.Reply reply)) {
            return refused(outcome, language);
        }
        return switch (reply) {
            case LastDealings.Last last ->
                new Verdict(
                        Response.APPROVED,
                        say(language, "last", Map.of("count", last.items().size())),
                        "",
                        List.of(),
                        last.items().stream().map(Verdicts::line).collect(Collectors.joining("\n")));
        };
    }

    private static String line(LastDealings.Entry entry) {
        return "%s %s %s %s %s"
                .formatted(
                        DAY_AND_TIME.format(entry.at()),
                        entry.what(),
                        entry.amount(),
                        entry.other(),
                        entry.reference());
    }

    Verdict reversal(Outcome outcome, Language language) {
        if (!(outcome instanceof Reverse.Reply reply)) {
            return refused(outcome, language);
        }
        return switch (reply) {
            case Reverse.Reversed done ->
                dealt(
                        language,
                        "reversed",
                        done.reference(),
                        done.left(),
                        Map.of("amount", done.amount(), "name", done.name()));
            case Reverse.NothingDone nothing -> nothingToReverse(language);
            case Reverse.OtherAmount other ->
                no(Response.INVALID_AMOUNT, language, "other-amount", Map.of("amount", other.amount()));
            case Reverse.MoneyGone gone ->
                no(Response.NOT_ENOUGH, language, "money-gone", Map.of("reference", gone.reference()));
            case Reverse.StandsBlocked blocked ->
                no(Response.TERMINAL_REFUSED, language, "blocked", Map.of("reference", blocked.reference()));
            case Reverse.TooLate late ->
                no(Response.TOO_LATE, language, "too-late", Map.of("reference", late.reference()));
        };
    }

    /** It never happened, and never will: as good as undone. */
    Verdict nothingToReverse(Language language) {
        return Verdict.of(Response.APPROVED, say(language, "nothing-done", Map.of()));
    }

    /** For what is taken back, should it still come, or come again. */
    Verdict reversedBefore(Language language) {
        return no(Response.TOO_LATE, language, "reversed-before");
    }

    Verdict badPinBlock(Language language) {
        return no(Response.WRONG_PIN, language, "bad-pin-block");
    }

    /** Money moved: the receipt's text, and the float that is left. */
    private Verdict dealt(Language language, String text, String reference, Money left, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("reference", reference);
        all.put("left", left);
        return new Verdict(
                Response.APPROVED, say(language, text, all), reference, List.of(new Balance(Of.FLOAT, left)), "");
    }

    private Verdict refused(Outcome outcome, Language language) {
        if (!(outcome instanceof Refused refused)) {
            throw new IllegalStateException("not an outcome of what was asked: " + outcome.getClass());
        }
        return Verdict.of(
                REFUSALS.getOrDefault(refused.reason(), Response.MALFUNCTION),
                texts.say(language, "refused." + refused.reason(), refused.values()));
    }

    private Verdict no(Response response, Language language, String text) {
        return no(response, language, text, Map.of());
    }

    private Verdict no(Response response, Language language, String text, Map<String, ?> values) {
        return Verdict.of(response, say(language, text, values));
    }

    private String say(Language language, String text, Map<String, ?> values) {
        return texts.say(language, "terminal." + text, values);
    }
}
