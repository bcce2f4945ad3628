package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.homeline.database.Lease;
import org.homeline.database.Leases;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;
import org.homeline.time.Ids;

/**
 * Recipients are dealt to a fixed number of shards, and shards by lease to the nodes: each node takes its fair part, so
 * that one recipient's messages are one node's business at a time.
 */
@Singleton
final class Shards {
    static final int COUNT = 16;

    private final Leases leases;
    private final Transactions transactions;
    private final Clock clock;
    private final Pace pace;
    private final UUID node;
    private final Map<Integer, Lease> held = new ConcurrentHashMap<>();
    private Instant renewAt = Instant.EPOCH;

    Shards(Leases leases, Transactions transactions, Clock clock, Pace pace, Ids ids) {
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = pace;
        this.node = ids.next();
    }

    static int of(PhoneNumber recipient) {
        return Math.floorMod(recipient.e164().hashCode(), COUNT);
    }

    Set<Integer> held() {
        return Set.copyOf(held.keySet());
    }

    /** The lease of a shard, where this node has it and it outlasts the time given. */
    Optional<Lease> lease(int shard, Duration outlasting) {
        return Optional.ofNullable(held.get(shard))
                .filter(lease -> clock.instant().plus(outlasting).isBefore(lease.until()));
    }

    /** Where it is time: renews what this node has, takes or gives up shards towards its fair part. */
    void renew(IntPredicate busy) {
        var now = clock.instant();
        if (now.isBefore(renewAt)) {
            return;
        }
        int fair = Math.ceilDiv(COUNT, liveNodes(now));
        for (int shard : held()) {
            if (held.size() > fair && !busy.test(shard)) {
                giveUp(shard);
            } else {
                take(shard);
            }
        }
        for (int shard = 0; shard < COUNT && held.size() < fair; shard++) {
            if (!held.containsKey(shard)) {
                take(shard);
            }
        }
        renewAt = now.plus(held.size() < fair ? pace.poll() : pace.lease().dividedBy(3));
    }

    /** Lets other nodes go on at once. */
    void giveUpAll() {
        held().forEach(this::giveUp);
        transactions.write(connection -> {
            try (var delete = connection.prepareStatement("delete from outbox_node where id = ?")) {
                delete.setObject(1, node);
                return delete.executeUpdate();
            }
        });
    }

    private void take(int shard) {
        leases.take("outbox-" + shard, pace.lease())
                .ifPresentOrElse(lease -> held.put(shard, lease), () -> held.remove(shard));
    }

    private void giveUp(int shard) {
        var lease = held.remove(shard);
        if (lease != null) {
            leases.release(lease);
        }
    }

    /** Says that this node lives, and counts those that do. */
    private int liveNodes(Instant now) {
        return transactions.write(connection -> {
            try (var update = connection.prepareStatement("update outbox_node set until = ? where id = ?");
                    var insert = connection.prepareStatement(
                            "insert into outbox_node (until, id) values (?, ?) on conflict do nothing");
                    var dead = connection.prepareStatement("delete from outbox_node where until < ?");
                    var count = connection.prepareStatement("select count(*) from outbox_node")) {
                for (var present : new java.sql.PreparedStatement[] {update, insert}) {
                    present.setObject(1, OutboxTable.at(now.plus(pace.lease())));
                    present.setObject(2, node);
                }
                if (update.executeUpdate() == 0) {
                    insert.executeUpdate();
                }
                dead.setObject(1, OutboxTable.at(now));
                dead.executeUpdate();
                try (var row = count.executeQuery()) {
                    row.next();
                    return Math.max(1, row.getInt(1));
                }
            }
        });
    }
}
