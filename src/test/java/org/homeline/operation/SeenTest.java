package org.homeline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.done;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.homeline.database.Transactions;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On H2 a commit shows itself before it is on disk: nobody may be told of it by then. */
@Timeout(60)
final class SeenTest {
    private static final String PHONE = "+254712345678";

    /** A write that goes on holds the flush up, which must meet none. */
    @Test
    void anAnswerWaitsUntilWhatItRestsOnIsOnDisk() throws Exception {
        try (var server = TestServer.onH2(Map.of())) {
            var people = new People(server);
            people.customer(PHONE, "Juma Otieno");
            var mayEnd = new CountDownLatch(1);
            var holds = new CountDownLatch(1);
            var other = run(() -> server.get(Transactions.class).write(connection -> {
                holds.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return "other";
            }));
            holds.await();
            var phone = Map.<String, Object>of("phone", PHONE);
            var blocking = run(() -> people.desk().operator("customer.block", phone));
            flushes(blocking);
            var reading = run(() -> people.desk().operator("customer.show", phone));
            flushes(reading);
            assertThat(reading.answer).isNotDone();
            mayEnd.countDown();
            done(blocking.answer.get(), "Blocked");
            assertThat(part(done(reading.answer.get(), "Shown"), "status")).isEqualTo("blocked");
            assertThat(other.answer.get()).isEqualTo("other");
        }
    }

    private record Running<T>(Thread thread, CompletableFuture<T> answer) {}

    private static <T> Running<T> run(Supplier<T> task) {
        var answer = new CompletableFuture<T>();
        var thread = Thread.ofPlatform().daemon().start(() -> answer.complete(task.get()));
        return new Running<>(thread, answer);
    }

    /** Returns when it waits for the disk. */
    private static void flushes(Running<?> running) {
        while (Arrays.stream(running.thread.getStackTrace())
                .noneMatch(frame -> frame.getClassName().endsWith("SharedFlush"))) {
            assertThat(running.answer).as("answered without waiting").isNotDone();
            LockSupport.parkNanos(100_000);
        }
    }
}
