package org.homeline.outbox;

import static org.homeline.outbox.OutboxTable.at;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.homeline.database.Transactions;

/** Keeps what the provider tells of messages later. */
@Singleton
public final class Reports {
    private final Transactions transactions;
    private final Clock clock;
    private final Bell bell;

    Reports(Transactions transactions, Clock clock, Bell bell) {
        this.transactions = transactions;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Moves the message on, never back; a report also proves that the provider has the message, so nobody sends it again.
     *
     * @return false where the message is not known, belongs to another id of the provider, or has come as far already
     */
    public boolean record(Report report) {
        int changed = transactions.write(connection -> {
            try (var update = connection.prepareStatement("update outbox set state = ?, provider_id = ?, report = ?,"
                    + " reason = ?, shard = null, text = null, ended = ?"
                    + " where id = ? and report < ? and state <> 'failed'"
                    + " and (provider_id is null or provider_id = ?)")) {
                update.setString(1, report.stage().state());
                update.setString(2, report.providerId());
                update.setInt(3, report.stage().rank());
                update.setString(4, report.error());
                update.setObject(5, at(clock.instant()));
                update.setObject(6, report.message());
                update.setInt(7, report.stage().rank());
                update.setString(8, report.providerId());
                return update.executeUpdate();
            }
        });
        if (changed == 1) {
            bell.ring();
        }
        return changed == 1;
    }
}
