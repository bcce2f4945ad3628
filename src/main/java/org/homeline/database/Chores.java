package org.homeline.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the {@link Chore}s, leased through the database by db-scheduler so that each runs on one node at a time. */
@Singleton
public final class Chores {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final List<Chore> chores;
    private final DataSource pool;
    private @Nullable Scheduler scheduler;

    Chores(List<Chore> chores, Transactions transactions) {
        this.chores = chores;
        this.pool = transactions.gated();
    }

    /** Starts running them in the background. */
    public synchronized void start() {
        if (scheduler == null) {
            var tasks = chores.stream().map(Chores::task).toList();
            scheduler = Scheduler.create(pool)
                    .startTasks(tasks)
                    .pollingInterval(POLL)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .shutdownMaxWait(STOP_WITHIN)
                    .build();
            scheduler.start();
        }
    }

    /** Runs each of them once, now, here: for a story that moves the clock, and for the operator. */
    public void runAll() {
        chores.forEach(Chore::run);
    }

    @PreDestroy
    synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every())).execute((instance, context) -> chore.run());
    }
}
