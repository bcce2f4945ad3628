package org.homeline.terminal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeline.agent.Terminals;
import org.homeline.customer.Countries;
import org.homeline.iso8583.Host;
import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.UnreadableMessageException;
import org.homeline.signing.NetworkKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers terminals. A terminal is known by field 41 and the code that its key makes, stands at the agent of field 42, and is
 * blocked by the operator; who is not that is answered without a code of ours, and nothing is done. What fails inside is not
 * answered at all: the terminal then knows that it does not know.
 */
@Singleton
final class TerminalDesk implements Host.Desk {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalDesk.class);
    private static final Set<String> KNOWN = Set.of("0800", "0801", "0200", "0201", "0220", "0221", "0420", "0421");

    private final TerminalSettings settings;
    private final Terminals terminals;
    private final TerminalKeys keys;
    private final Dealings dealings;
    private final Reversals reversals;
    private final Answers answers;
    private final Countries countries;
    private final Clock clock;
    private final MeterRegistry meters;

    TerminalDesk(
            TerminalSettings settings,
            Terminals terminals,
            TerminalKeys keys,
            Dealings dealings,
            Reversals reversals,
            Answers answers,
            Countries countries,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.terminals = terminals;
        this.keys = keys;
        this.dealings = dealings;
        this.reversals = reversals;
        this.answers = answers;
        this.countries = countries;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Optional<byte[]> answer(Received received) {
        var message = received.message();
        if (!KNOWN.contains(message.mti())) {
            return unsigned(message, Verdict.of(Response.INVALID_TRANSACTION));
        }
        var bound = bound(message);
        if (bound.isEmpty() || !(bound.get().isActive() || isReversal(message))) {
            LOG.info("a terminal is refused: {}", received.description());
            return unsigned(message, Verdict.of(Response.TERMINAL_REFUSED));
        }
        return message.mti().startsWith("08")
                ? network(received, bound.get().terminal())
                : signed(received, bound.get());
    }

    /** A blocked terminal's are taken down: what can't be done of them is for the operator. */
    private static boolean isReversal(Message message) {
        return message.mti().startsWith("042");
    }

    /** The terminal, where it stands where it should. */
    private Optional<Terminals.Bound> bound(Message message) {
        var agent = message.text(42).map(TerminalDesk::digits).orElse("");
        return message.text(41)
                .flatMap(terminals::find)
                .filter(found -> digits(found.agent().phone()).equals(agent));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /**
     * By field 70: 001 sign-on, 002 sign-off, 101 new keys, 301 echo. Those that change nothing need no code, because before
     * the keys there is none.
     */
    private Optional<byte[]> network(Received received, String terminal) {
        var message = received.message();
        return switch (message.text(70).orElse("")) {
            case "001", "002", "301" -> unsigned(message, Verdict.of(Response.APPROVED));
            case "101" -> exchange(received, terminal);
            default -> unsigned(message, Verdict.of(Response.INVALID_TRANSACTION));
        };
    }

    /** Both ways with a code under the master key: nobody else gets the terminal new keys, or sends it old ones. */
    private Optional<byte[]> exchange(Received received, String terminal) {
        var message = received.message();
        try {
            if (!keys.isAuthenticExchange(terminal, received)) {
                LOG.warn("terminal {}: not authentic: {}", terminal, received.description());
                return unsigned(message, Verdict.of(Response.NOT_AUTHENTIC));
            }
            var verdict = new Verdict(Response.APPROVED, "", "", List.of(), keys.exchange(terminal));
            var packed = settings.dialect().pack(answers.write(message, verdict), keys.exchangeCode(terminal));
            LOG.info("terminal {} is sent keys", terminal);
            count(message, verdict.response().label());
            return Optional.of(packed);
        } catch (NetworkKeyException none) {
            LOG.warn("terminal {} gets no keys: {}", terminal, none.getMessage());
            return unsigned(message, Verdict.of(Response.MALFUNCTION));
        }
    }

    private Optional<byte[]> signed(Received received, Terminals.Bound bound) {
        var message = received.message();
        if (!keys.isAuthentic(bound.terminal(), received)) {
            LOG.warn("terminal {}: not authentic: {}", bound.terminal(), received.description());
            return unsigned(message, Verdict.of(Response.NOT_AUTHENTIC));
        }
        var zone = countries.of(bound.agent().country()).zone();
        var request = new Request(
                message,
                bound.terminal(),
                bound.agent(),
                clock.instant().atZone(zone).toLocalDate());
        return verdict(request).map(verdict -> {
            var answer = answers.write(message, verdict);
            var packed = settings.dialect().pack(answer, keys.code(bound.terminal()));
            LOG.info("terminal {}: {}", bound.terminal(), settings.dialect().describe(answer));
            count(message, verdict.response().label());
            return packed;
        });
    }

    private Optional<Verdict> verdict(Request request) {
        try {
            return switch (request.message().mti()) {
                case "0200", "0201" -> dealings.answer(request);
                case "0420", "0421" -> reversals.answer(request);
                // Nothing is done at a terminal while nobody is asked, so there is nothing to be advised of.
                default -> Optional.of(Verdict.of(Response.INVALID_TRANSACTION));
            };
        } catch (Request.MissingException missing) {
            LOG.info("terminal {}: {} can't be like this", request.terminal(), missing.getMessage());
            return Optional.of(Verdict.of(Response.FORMAT_ERROR));
        } catch (RuntimeException failed) {
            LOG.error("terminal {}: a message is left without an answer", request.terminal(), failed);
            count(request.message(), "none");
            return Optional.empty();
        }
    }

    private Optional<byte[]> unsigned(Message message, Verdict verdict) {
        count(message, verdict.response().label());
        return Optional.of(settings.dialect().pack(answers.write(message, verdict)));
    }

    @Override
    public void unreadable(UnreadableMessageException what) {
        meters.counter("homeline.terminal.messages", "type", "unreadable", "response", Response.FORMAT_ERROR.label())
                .increment();
    }

    private void count(Message message, String response) {
        meters.counter(
                        "homeline.terminal.messages",
                        "type",
                        KNOWN.contains(message.mti()) ? message.mti() : "other",
                        "response",
                        response)
                .increment();
    }
}
