package org.homeline.banking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.operation.Sweep;
import org.homeline.settlement.BankAccounts;

/** Ends the links whose codes were not told in their time, and gives back what could not go back before. */
@Singleton
final class ProofExpiry implements Chore {
    private final BankAccounts accounts;
    private final Sweep sweep;
    private final Clock clock;

    ProofExpiry(BankAccounts accounts, Sweep sweep, Clock clock) {
        this.accounts = accounts;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire-bank-proofs";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        sweep.run(
                name(),
                last -> accounts.over(now, last.expires(), last.id()).stream()
                        .map(over -> new Sweep.Over(over.expires(), over.id()))
                        .toList(),
                new Sweep.Task(ExpireProof.NAME, ProofExpiry::key, ExpireProof.Input::new));
    }

    /** Another one for each time that the small amount is to go back. */
    private static String key(Sweep.Over over) {
        return "expire-bank-proof:" + over.id() + ":" + over.expires().toEpochMilli();
    }
}
