package org.homeline.simulator.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeline.simulator.bench.Dialler.Dialogue;

/** People with phones in Kenya and their agents; of the people, some dial at once, one after the other. Close it. */
public final class UssdBenchmark implements AutoCloseable {
    /** Whom the operator has to make agents, each with a float of {@link #FLOAT}. */
    public static final List<String> AGENTS =
            IntStream.rangeClosed(1, 8).mapToObj(i -> "+25472200011" + i).toList();

    public static final String FLOAT = "1000000";

    private static final String IN_WALLET = "5000";
    private static final Duration PREPARED_WITHIN = Duration.ofMinutes(3);
    private static final int FIRST_NUMBER = 712_000_000;
    private static final int SERIES = 10_000;
    private static final String BARE_FORM = "sessionId=ATUid_bench1000&serviceCode=*384*77%23"
            + "&phoneNumber=%2B254712000000&networkCode=99999&text=3*0733444555";

    private final URI callback;
    private final URI bare;
    private final Callers connections;
    private final List<String> numbers;
    /** None like those of an earlier run on the same server. */
    private final AtomicLong sessions = new AtomicLong(System.nanoTime());

    /**
     * @param callback the server's USSD callback, with its key
     * @param bare the endpoint that everything is held against
     * @param atOnce how many of the people dial at the same time
     * @param series of numbers, so that others register where these have
     */
    public UssdBenchmark(URI callback, URI bare, int people, int atOnce, int series) {
        this.callback = callback;
        this.bare = bare;
        this.connections = new Callers(callback, atOnce);
        this.numbers = IntStream.range(0, Math.max(people, 2 * atOnce))
                .mapToObj(i -> "+254" + (FIRST_NUMBER + series * SERIES + i))
                .toList();
    }

    /** Of everybody. */
    public List<String> numbers() {
        return numbers;
    }

    /** Registers everybody. */
    public Measured register() {
        return callOnce(numbers.stream().map(Dialogues::register).toList());
    }

    /** Registers everybody, and has these agents choose their PINs. */
    public Measured staff(List<String> agents) {
        return register().and(callOnce(agents.stream().map(Dialogues::startWork).toList()));
    }

    /**
     * Everybody names an account, so that a bank has as many instructions to come.
     *
     * @param round of at most three a day
     */
    public Measured link(int round) {
        return callOnce(IntStream.range(0, numbers.size())
                .mapToObj(i -> Dialogues.link(numbers.get(i), account(round, i)))
                .toList());
    }

    /** The account that the person names in the round. */
    public static String account(int round, int person) {
        return "70%d%07d".formatted(round, person);
    }

    /** Registers everybody and gives money to as many as pay at once. */
    public Measured prepare() {
        var registered = register();
        var atWork = callOnce(AGENTS.stream().map(Dialogues::startWork).toList());
        var payers =
                Dialogues.spread(numbers.subList(0, connections.count()), Math.min(AGENTS.size(), connections.count()));
        var agents = IntStream.range(0, payers.size())
                .mapToObj(i -> dialler(payers.get(i).stream()
                        .map(number -> Dialogues.cashIn(AGENTS.get(i), number, IN_WALLET))
                        .iterator()))
                .toList();
        return registered.and(atWork).and(connections.call(agents, PREPARED_WITHIN));
    }

    /** The same endpoint where it takes no fields apart. */
    public Comparison text(URI text, Plan plan) {
        return Comparison.run("bare POST of a text", connections, posting(bare), posting(text), plan, () -> {});
    }

    /** Steps that move no money and need no PIN. */
    public Comparison looking(Plan plan) {
        var others = numbers.subList(connections.count(), numbers.size());
        return compare("USSD that moves no money", others, Dialogues::look, plan);
    }

    public Comparison balance(Plan plan) {
        return compare("USSD to the balance, with PIN", numbers, Dialogues::balance, plan);
    }

    public Comparison paying(Plan plan) {
        var payers = numbers.subList(0, connections.count());
        return compare("USSD that sends money", payers, this::pay, plan);
    }

    private Dialogue pay(String number) {
        var payee = numbers.get((numbers.indexOf(number) + 1) % connections.count());
        return Dialogues.pay(number, "0" + payee.substring("+254".length()));
    }

    private Comparison compare(String name, List<String> people, Function<String, Dialogue> dialogue, Plan plan) {
        var dialling = Dialogues.spread(people, connections.count()).stream()
                .map(own -> dialler(Stream.generate(() -> own)
                        .flatMap(List::stream)
                        .map(dialogue)
                        .iterator()))
                .toList();
        return Comparison.run(name, connections, posting(bare), dialling, plan, () -> {});
    }

    private List<Poster> posting(URI to) {
        return IntStream.range(0, connections.count())
                .mapToObj(i -> new Poster(to, BARE_FORM))
                .toList();
    }

    private Measured callOnce(List<Dialogue> dialogues) {
        var callers = Dialogues.spread(dialogues, Math.min(dialogues.size(), connections.count())).stream()
                .map(own -> dialler(own.iterator()))
                .toList();
        return connections.call(callers, PREPARED_WITHIN);
    }

    private Dialler dialler(Iterator<Dialogue> dialogues) {
        return new Dialler(callback, this::session, dialogues);
    }

    private String session() {
        return "ATUid_bench" + sessions.incrementAndGet();
    }

    @Override
    public void close() {
        connections.close();
    }
}
