package org.homeline.simulator.bench;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.TwilioSimulator;

/**
 * People with phones in the United States who text, and the simulated Twilio that takes the answers: a round is over when
 * all of them are out. Close it.
 */
public final class SmsBenchmark implements AutoCloseable {
    /** Whom the operator has to make agents, each with a float of {@link #FLOAT}. */
    public static final List<String> AGENTS =
            IntStream.rangeClosed(1, 4).mapToObj(i -> "+1617300000" + i).toList();

    public static final String FLOAT = "100000";

    private static final Account ACCOUNT =
            new Account("AC00000000000000000000000000000001", "a-token-for-the-benchmark", "+12025550199");
    private static final String IN_WALLET = "200";
    private static final String ANSWERED = "<Response/>";
    private static final Duration PREPARED_WITHIN = Duration.ofMinutes(3);
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration QUIET = Duration.ofMillis(1_500);
    private static final int FIRST_NUMBER = 172_000_000;

    private final TwilioSimulator twilio = TwilioSimulator.start(ACCOUNT, 0, Clock.systemUTC(), new SecureRandom());
    private final List<String> numbers;
    private final AtomicLong sids = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private volatile String expected = "";

    public SmsBenchmark(int people) {
        this.numbers = IntStream.range(0, people)
                .mapToObj(i -> "+16" + (FIRST_NUMBER + i))
                .toList();
        twilio.onMessage(sms -> {
            answers.incrementAndGet();
            if (!sms.body().contains(expected)) {
                wrong.incrementAndGet();
            }
        });
    }

    /** What the server needs to know of this Twilio, in its environment's names. */
    public Map<String, String> environment() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT.sid(),
                "TWILIO_AUTH_TOKEN", ACCOUNT.token(),
                "TWILIO_FROM", ACCOUNT.number(),
                "TWILIO_API_BASE", twilio.base().toString());
    }

    /** A server that runs, and what it is asked. */
    public final class Session implements AutoCloseable {
        private final URI webhook;
        private final URI ussd;
        private final URI bare;
        private final Callers connections;

        private Session(URI webhook, URI ussd, URI bare, int atOnce) {
            this.webhook = webhook;
            this.ussd = ussd;
            this.bare = bare;
            this.connections = new Callers(webhook, atOnce);
        }

        /** Everybody joins and pays cash in. */
        public Measured prepare() {
            var joined = connections.call(texting(webhook, each(), "JOIN Grace Njeri", ANSWERED), PREPARED_WITHIN);
            int tills = Math.min(AGENTS.size(), connections.count());
            var atWork = AGENTS.subList(0, tills).stream()
                    .map(agent -> dialler(Stream.of(Dialogues.startWork(agent))))
                    .toList();
            var customers = Dialogues.spread(numbers, tills);
            var cash = IntStream.range(0, tills)
                    .mapToObj(i -> dialler(customers.get(i).stream()
                            .map(number -> Dialogues.cashIn(AGENTS.get(i), number, IN_WALLET))))
                    .toList();
            var prepared =
                    joined.and(connections.call(atWork, PREPARED_WITHIN)).and(connections.call(cash, PREPARED_WITHIN));
            rest();
            return prepared;
        }

        /** Texts that only ask. */
        public Comparison reading(int rounds, Duration time) {
            return compare("SMS that asks: BAL", "BAL", "You have ", rounds, time);
        }

        /** Texts that ask for a quote, which is written down. */
        public Comparison quoting(int rounds, Duration time) {
            return compare("SMS for a quote: SEND 20", "SEND 20 TO +254712345678", "PAY ", rounds, time);
        }

        private Comparison compare(String name, String body, String answer, int rounds, Duration time) {
            expected = answer;
            wrong.set(0);
            var posting = texting(bare, again(), body, "CON");
            var texting = texting(webhook, again(), body, ANSWERED);
            return Comparison.run(name, connections, posting, texting, rounds, time, SmsBenchmark.this::rest);
        }

        private List<Texter> texting(URI to, List<Iterator<String>> people, String body, String answer) {
            return people.stream()
                    .map(own -> new Texter(to, ACCOUNT, SmsBenchmark.this::sid, own, body, answer))
                    .toList();
        }

        private List<Iterator<String>> each() {
            return Dialogues.spread(numbers, connections.count()).stream()
                    .map(List::iterator)
                    .toList();
        }

        private List<Iterator<String>> again() {
            return Dialogues.spread(numbers, connections.count()).stream()
                    .map(own -> Stream.generate(() -> own).flatMap(List::stream).iterator())
                    .toList();
        }

        private Dialler dialler(Stream<Dialler.Dialogue> dialogues) {
            return new Dialler(ussd, SmsBenchmark.this::sid, dialogues.iterator());
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    /**
     * Over connections to a server that was started with {@link #environment}.
     *
     * @param webhook the server's, which is also what is signed
     * @param ussd the server's USSD callback, for the agents
     * @param bare what the webhook is held against
     */
    public Session with(URI webhook, URI ussd, URI bare, int atOnce) {
        return new Session(webhook, ussd, bare, Math.min(atOnce, numbers.size()));
    }

    /** Answers that were not what should have come, of the last comparison. */
    public long wrongAnswers() {
        return wrong.get();
    }

    /** Waits until no answer has come for a while: the outbox is empty then. */
    private void rest() {
        long end = System.nanoTime() + DELIVERED_WITHIN.toNanos();
        long seen = -1;
        long since = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - since < QUIET.toNanos()) {
            if (answers.get() != seen) {
                seen = answers.get();
                since = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private String sid() {
        return "SM" + HexFormat.of().toHexDigits(0L) + HexFormat.of().toHexDigits(sids.incrementAndGet());
    }

    @Override
    public void close() {
        twilio.close();
    }
}
