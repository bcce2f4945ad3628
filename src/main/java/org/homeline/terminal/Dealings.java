package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.homeline.agent.CashIn;
import org.homeline.agent.FloatBalance;
import org.homeline.agent.LastDealings;
import org.homeline.agent.TerminalCashOut;
import org.homeline.agent.Terminals;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Teller;
import org.jspecify.annotations.Nullable;

/**
 * Financial requests (0200, and 0201 where it comes again), by processing code: 01 cash out, 21 cash in, 31 balance and float,
 * 38 the last dealings. Each is the operation that the agent's phone has, with the PIN from field 52.
 */
@Singleton
final class Dealings {
    private final Teller teller;
    private final TerminalKeys keys;
    private final Verdicts verdicts;
    private final Fates fates;
    private final Terminals terminals;

    Dealings(Teller teller, TerminalKeys keys, Verdicts verdicts, Fates fates, Terminals terminals) {
        this.teller = teller;
        this.keys = keys;
        this.verdicts = verdicts;
        this.fates = fates;
        this.terminals = terminals;
    }

    /** An operation with its input, and how its outcome is answered. */
    private record Asked(String operation, Record input, BiFunction<Outcome, Language, Verdict> verdict) {}

    /** Empty where nobody can say now what becomes of it. */
    Optional<Verdict> answer(Request request) throws Request.MissingException {
        return switch (request.processing()) {
            case "01" ->
                answer(
                        request,
                        new Asked(
                                "agent.cashOutAtTerminal",
                                new TerminalCashOut.Input(request.text(102), request.text(48), request.amount()),
                                verdicts::cashOut));
            case "21" ->
                answer(
                        request,
                        new Asked(
                                "agent.cashIn",
                                new CashIn.Input(request.text(103), written(request.amount())),
                                verdicts::cashIn));
            case "31" -> answer(request, new Asked("agent.float", new FloatBalance.Input(), verdicts::balance));
            case "38" -> answer(request, new Asked("agent.last", new LastDealings.Input(), verdicts::last));
            default -> Optional.of(Verdict.of(Response.INVALID_TRANSACTION));
        };
    }

    /** With its currency, so that an amount in another than the agent's is none. */
    private static WrittenAmount written(Money money) {
        return new WrittenAmount(
                money.currency().getCode() + " " + money.major().toPlainString());
    }

    private Optional<Verdict> answer(Request request, Asked asked) throws Request.MissingException {
        var key = request.key();
        // What only answers leaves nothing under its key, and a wrong PIN that comes again shall be no second try.
        var before = request.isRepeat() ? fates.find(key) : Optional.<Verdict>empty();
        if (before.isPresent()) {
            return before;
        }
        var pin = pin(request);
        var verdict = perform(request, asked, key, pin);
        if (verdict.isApproved()) {
            return Optional.of(standing(request, key, verdict));
        }
        var said = pin == null && request.pinBlock().isPresent() && verdict.response() == Response.WRONG_PIN
                ? verdicts.badPinBlock(request.agent().spoken())
                : verdict;
        return fates.refuse(key, said, () -> standing(request, key, perform(request, asked, key, null)));
    }

    /** What was done answers for ever, and may have been taken back since: then no cash is to change hands for it. */
    private Verdict standing(Request request, String key, Verdict verdict) {
        return verdict.isApproved() && terminals.isReversed(key)
                ? verdicts.reversedBefore(request.agent().spoken())
                : verdict;
    }

    private Verdict perform(Request request, Asked asked, String key, @Nullable Pin pin) {
        var outcome = teller.perform(asked.operation(), asked.input(), request.actor(), key, pin);
        return asked.verdict().apply(outcome, request.agent().spoken());
    }

    /** A repeat may bring one under a key that is no longer there: what was done answers it all the same. */
    private @Nullable Pin pin(Request request) {
        return request.pinBlock()
                .flatMap(block ->
                        keys.openPin(request.terminal(), request.agent().number(), block))
                .orElse(null);
    }
}
