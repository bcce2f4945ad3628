package org.homeline.testing;

import static org.homeline.testing.People.done;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.homeline.operation.Actor;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;

/** Whoever says how an exception is put right, and whoever approves that: Ana and Ben, or others by name. */
public final class TwoOperators {
    private final TestServer server;

    public TwoOperators(TestServer server) {
        this.server = server;
    }

    public Outcome resolve(UUID id, String as, String who) {
        return by(who, "settlement.resolve", Map.of("id", id.toString(), "as", as, "reason", "the bank's letter"));
    }

    /** Likewise, naming what the bank has undone. */
    public Outcome resolve(UUID id, String as, String who, String instruction) {
        return by(
                who,
                "settlement.resolve",
                Map.of("id", id.toString(), "as", as, "reason", "the statement", "instruction", instruction));
    }

    public Outcome approve(UUID id, String as, String who) {
        return approve(id, as, who, UUID.randomUUID().toString());
    }

    /** Means what is to move now, and for which instruction. */
    public Outcome approve(UUID id, String as, String who, String key) {
        var inputs = new HashMap<String, Object>(Map.of("id", id.toString(), "as", as, "reason", "seen"));
        var found = server.get(Discrepancies.class).findById(id);
        found.map(Discrepancy::moves)
                .filter(gap -> !gap.isZero())
                .ifPresent(gap -> inputs.put("gap", gap.major().toPlainString() + gap.currency()));
        found.flatMap(Discrepancy::named).ifPresent(undone -> inputs.put("instruction", undone.toString()));
        return by(who, key, "settlement.approve", inputs);
    }

    /** Both. */
    public void correct(UUID id, String as) {
        done(resolve(id, as, "ana"), "Proposed");
        done(approve(id, as, "ben"), "Approved");
    }

    /** What Ana says was paid, and Ben approves. */
    public void settle(Map<String, Object> payment) {
        var proposed = done(by("ana", "settlement.settle", payment), "PaymentProposed");
        done(approve((UUID) Desk.part(proposed, "id"), "settle", "ben"), "Approved");
    }

    public Outcome by(String who, String operation, Map<String, Object> inputs) {
        return by(who, UUID.randomUUID().toString(), operation, inputs);
    }

    private Outcome by(String who, String key, String operation, Map<String, Object> inputs) {
        return new Desk(server).perform(operation, inputs, new Actor.Operator(who), null, key);
    }
}
