package org.homeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.Postgres;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;
import org.homeline.time.StoryClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share one database and one provider. A node whose clock stands while another's is ahead is paused: its leases run out and it does not know. */
final class SharedOutboxTest {
    private static final PhoneNumber PHONE = new PhoneNumber("+254712345678");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pace QUICK = new Pace(
            Duration.ofMillis(20),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1));

    private String url = "jdbc:h2:mem:shared" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** A provider that keeps what it was given; a node's way to it can be made to stop half-way. */
    private static final class Provider {
        final Map<String, Message> taken = new ConcurrentHashMap<>();
        final BlockingQueue<String> order = new LinkedBlockingQueue<>();

        Node node(String name) {
            return new Node(this, name);
        }
    }

    /** One node's way to the provider. */
    private static final class Node implements SmsSender {
        final Provider provider;
        final String name;
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        private volatile @Nullable Pause pause;

        private enum Pause {
            BEFORE_TAKING,
            AFTER_TAKING
        }

        Node(Provider provider, String name) {
            this.provider = provider;
            this.name = name;
        }

        @Override
        public Outcome send(Message message) {
            if (pause == Pause.BEFORE_TAKING) {
                hold();
                return new Outcome.Rejected("woke too late");
            }
            var id = name + "-" + message.id();
            provider.taken.put(id, message);
            provider.order.add(message.to() + " " + message.text());
            sent.add(id);
            if (pause == Pause.AFTER_TAKING) {
                hold();
            }
            return new Outcome.Sent(id);
        }

        private void hold() {
            pause = null;
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Search find(Message message, Instant since, Set<String> others) {
            return provider.taken.entrySet().stream()
                    .filter(entry -> entry.getValue().id().equals(message.id()) && !others.contains(entry.getKey()))
                    .findAny()
                    .<Search>map(entry -> new Search.Found(entry.getKey()))
                    .orElseGet(Search.NotThere::new);
        }
    }

    @Test
    void whatAStoppedNodeMayHaveSentIsAskedForAndNotSentAgain() throws InterruptedException {
        var provider = new Provider();
        var first = provider.node("first");
        var second = provider.node("second");
        first.pause = Node.Pause.AFTER_TAKING;
        try (var one = start(first, StoryClock.standingAt(NOON))) {
            var message = say(one, PHONE, "hello");
            await(first.reached);
            try (var two = start(second, StoryClock.standingAt(NOON.plusSeconds(60)))) {
                say(two, PHONE, "after it");
                assertThat(second.sent.poll(20, TimeUnit.SECONDS)).isNotNull();
                assertThat(provider.order).containsExactly(PHONE + " hello", PHONE + " after it");
                assertThat(row(two, message)).isEqualTo(Optional.of("sent first-" + message.id()));
                first.goOn.countDown();
            }
        }
    }

    @Test
    void aPausedOwnerThatWakesRecordsNothing() throws InterruptedException {
        var provider = new Provider();
        var first = provider.node("first");
        var second = provider.node("second");
        first.pause = Node.Pause.BEFORE_TAKING;
        try (var one = start(first, StoryClock.standingAt(NOON))) {
            var message = say(one, PHONE, "hello");
            await(first.reached);
            try (var two = start(second, StoryClock.standingAt(NOON.plusSeconds(60)))) {
                var other = say(two, PHONE, "after it");
                assertThat(second.sent.poll(20, TimeUnit.SECONDS)).isEqualTo("second-" + message.id());
                assertThat(second.sent.poll(20, TimeUnit.SECONDS)).isEqualTo("second-" + other.id());
                first.goOn.countDown();
                one.get(Delivery.class).stop();
                assertThat(row(two, message)).isEqualTo(Optional.of("sent second-" + message.id()));
            }
        }
    }

    @Test
    void nodesShareTheWorkAndEachMessageGoesOutOnceInOrder() throws InterruptedException {
        nodesShareTheWork();
    }

    @Test
    void alsoOnPostgres() throws InterruptedException {
        url = Postgres.newDatabase() + "?user=postgres";
        nodesShareTheWork();
    }

    private void nodesShareTheWork() throws InterruptedException {
        var provider = new Provider();
        var first = provider.node("first");
        var second = provider.node("second");
        try (var one = start(first);
                var two = start(second)) {
            var phones = IntStream.range(0, 32)
                    .mapToObj(i -> new PhoneNumber("+2547123456" + (10 + i)))
                    .toList();
            int rounds = 0;
            while (rounds < 500 && (first.sent.isEmpty() || second.sent.isEmpty())) {
                round(rounds % 2 == 0 ? one : two, phones, rounds);
                drain(provider, phones, rounds);
                rounds++;
            }
            assertThat(first.sent).isNotEmpty();
            assertThat(second.sent).isNotEmpty();
            assertThat(provider.taken).hasSize(rounds * phones.size());
            assertThat(provider.order).isEmpty();
        }
    }

    private static void round(TestServer server, List<PhoneNumber> phones, int round) {
        phones.forEach(phone -> say(server, phone, "message " + round));
    }

    /** Takes one message for each phone, all of the round. */
    private static void drain(Provider provider, List<PhoneNumber> phones, int round) throws InterruptedException {
        for (int i = 0; i < phones.size(); i++) {
            assertThat(provider.order.poll(20, TimeUnit.SECONDS)).endsWith(" message " + round);
        }
    }

    private TestServer start(Node node, Object... more) {
        var singletons = new ArrayList<Object>(List.of(more));
        singletons.add(node);
        singletons.add(QUICK);
        var server = TestServer.start(url, "sa", Map.of("homeline.data", data.toString()), singletons.toArray());
        server.get(Delivery.class).start();
        return server;
    }

    private static Message say(TestServer server, PhoneNumber to, String text) {
        var message = new Message(server.get(Ids.class).next(), to, text, Message.LASTING);
        server.get(OutboxTable.class).enqueue(message);
        return message;
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Optional<String> row(TestServer server, Message message) {
        return server.get(Transactions.class).read(connection -> {
            try (var select =
                    connection.prepareStatement("select state || ' ' || provider_id from outbox where id = ?")) {
                select.setObject(1, message.id());
                try (var row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
