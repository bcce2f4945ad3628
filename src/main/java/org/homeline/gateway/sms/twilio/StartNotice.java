package org.homeline.gateway.sms.twilio;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.homeline.outbox.OutboxTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at start where texts do not go out. */
@Singleton
final class StartNotice implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    private final TwilioAccount account;
    private final OutboxTable outbox;

    StartNotice(TwilioAccount account, OutboxTable outbox) {
        this.account = account;
        this.outbox = outbox;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        if (!account.isOn()) {
            LOG.warn(
                    "SMS is {}; messages waiting: {}",
                    account.state(),
                    outbox.backlog().waiting());
        }
    }
}
