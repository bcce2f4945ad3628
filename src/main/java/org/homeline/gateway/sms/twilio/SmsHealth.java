package org.homeline.gateway.sms.twilio;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.homeline.database.DatabaseHealthIndicator;
import org.homeline.outbox.OutboxTable;

/** Says in {@code /health} whether texts go out, and how many wait. Being off is the operator's choice, not an illness. */
@Singleton
final class SmsHealth extends DatabaseHealthIndicator {
    private final TwilioAccount account;
    private final OutboxTable outbox;

    SmsHealth(TwilioAccount account, OutboxTable outbox, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        super("sms", executor);
        this.account = account;
        this.outbox = outbox;
    }

    @Override
    protected Map<String, Object> details() {
        return Map.of("gateway", account.state(), "waiting", outbox.backlog().waiting());
    }
}
