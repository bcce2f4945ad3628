package org.homeline.simulator.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.homeline.simulator.terminal.Answer;
import org.homeline.simulator.terminal.CashTerminal;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.MUX;

/**
 * Agents' terminals that ask the server, beside jPOS's own QMUX that asks an echo: as many requests under way at once on both
 * sides, each with its answer. Close it.
 */
public final class IsoBenchmark implements AutoCloseable {
    /** How many requests are under way at once. */
    public static final List<Integer> IN_FLIGHT = List.of(1, 16, 64);

    /**
     * Whom the operator has to make agents, each with a terminal of {@link #terminal} and with {@link #FLOAT}: as many as ask at
     * once, because an agent at a till asks one thing after the other.
     */
    public static final List<String> AGENTS = IntStream.range(0, IN_FLIGHT.getLast())
            .mapToObj(i -> "+254722001%03d".formatted(i))
            .toList();

    public static final String FLOAT = "900000000";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long HUNDRED_SHILLINGS = 10_000;
    private static final String SHILLINGS = "404";
    private static final int TRACES = 1_000_000;

    private final BareMux bare;
    private final MUX mux;
    private final List<CashTerminal> terminals = new ArrayList<>();
    private final List<String> customers;
    private final AtomicInteger trace = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param barePort where a {@link BareHost} listens
     * @param port where the server listens to terminals
     * @param master key of all terminals
     * @param customers who bring cash, as agents type their numbers
     */
    public IsoBenchmark(int barePort, int port, byte[] master, List<String> customers) {
        this.customers = customers;
        this.bare = BareMux.to(barePort);
        this.mux = bare.mux();
        for (int i = 0; i < AGENTS.size(); i++) {
            var settings = new CashTerminal.Settings("127.0.0.1", port, terminal(i), AGENTS.get(i), SHILLINGS, master);
            terminals.add(new CashTerminal(settings, Clock.systemUTC(), new Random(i), PATIENCE));
        }
    }

    /** The name of an agent's terminal. */
    public static String terminal(int agent) {
        return "BENCH%03d".formatted(agent + 1);
    }

    /** Signs every terminal on and fetches its keys; what went wrong, or nothing. */
    public List<String> prepare() throws IOException {
        var wrong = new ArrayList<String>();
        for (var terminal : terminals) {
            for (var answer : List.of(terminal.signOn(), terminal.exchangeKeys())) {
                if (!answer.isApproved()) {
                    wrong.add(answer.toString());
                }
            }
        }
        return wrong;
    }

    /** Cash in: through to the durable commit. */
    public Comparison cashIn(int inFlight, Plan plan) {
        return compare("terminal's cash in, %d in flight".formatted(inFlight), inFlight, plan, terminal -> {
            var customer = customers.get(Math.floorMod(turn.getAndIncrement(), customers.size()));
            return terminal.ask(terminal.cashIn(Dialogues.PIN, customer, HUNDRED_SHILLINGS));
        });
    }

    /** Float and commission: moves nothing, but the PIN's try is durable before it is compared. */
    public Comparison balance(int inFlight, Plan plan) {
        return compare(
                "terminal's float, %d in flight".formatted(inFlight),
                inFlight,
                plan,
                terminal -> terminal.ask(terminal.balance(Dialogues.PIN)));
    }

    /** What stands beside: the echo alone, for a while. */
    public Measured echoing(int inFlight, Duration time) {
        return Workers.run(
                IntStream.range(0, inFlight)
                        .<Workers.Work>mapToObj(i -> this::echo)
                        .toList(),
                time);
    }

    private interface Request {
        Answer ask(CashTerminal terminal) throws IOException;
    }

    private Comparison compare(String name, int inFlight, Plan plan, Request request) {
        var asking = IntStream.range(0, inFlight)
                .<Workers.Work>mapToObj(i -> () -> {
                    var answer = request.ask(terminals.get(i % terminals.size()));
                    return answer.isApproved() ? "" : answer.toString();
                })
                .toList();
        return Comparison.run(name, time -> echoing(inFlight, time), time -> Workers.run(asking, time), plan, () -> {});
    }

    private String echo() throws ISOException {
        var message = new ISOMsg("0800");
        message.set(7, "0101000000");
        message.set(11, "%06d".formatted(trace.incrementAndGet() % TRACES));
        message.set(41, "TERMINAL");
        message.set(70, "301");
        var answer = mux.request(message, PATIENCE.toMillis());
        return answer == null ? "no answer" : answer.getString(39).equals("00") ? "" : answer.getString(39);
    }

    @Override
    public void close() {
        terminals.forEach(CashTerminal::close);
        bare.close();
    }
}
