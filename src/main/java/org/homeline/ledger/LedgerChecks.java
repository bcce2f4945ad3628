package org.homeline.ledger;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The ledger's own checks, as far as a statement can make them. */
@Factory
final class LedgerChecks {
    /** How long after its end a pending transfer may wait for its void: the chore that voids it runs every few seconds. */
    static final Duration GRACE = Duration.ofHours(1);

    /** What a transfer adds to the pending and posted totals of its two accounts. */
    private static final String EFFECTS = """
            (select t.debit_id, t.credit_id,
                    case t.kind when 1 then t.amount when 2 then -p.amount when 3 then -p.amount else 0 end as pending,
                    case t.kind when 0 then t.amount when 2 then t.amount else 0 end as posted
             from transfer t left join transfer p on p.id = t.pending_id) effect""";

    private static final String UNENDED =
            "t.kind = 1 and not exists (select 1 from transfer e where e.pending_id = t.id)";

    @Singleton
    Check zeroSum() {
        return new StatementCheck(
                "entries sum to zero",
                "In every currency the debits of all accounts are the credits of all accounts, posted and pending.",
                "select count(distinct currency) from account",
                """
                select currency, sum(debits_posted) - sum(credits_posted), sum(debits_pending) - sum(credits_pending)
                from account group by currency
                having sum(debits_posted) <> sum(credits_posted) or sum(debits_pending) <> sum(credits_pending)
                """,
                "%s: debits less credits are %s posted and %s pending, not 0");
    }

    @Singleton
    Check accountTotals() {
        return new StatementCheck(
                "account totals",
                "The four totals of every account are the sums of its transfers.",
                "select count(*) from account",
                """
                select account, sum(debits_pending), sum(debits_posted), sum(credits_pending), sum(credits_posted)
                from (select 1 as accounts, id as account,
                             debits_pending, debits_posted, credits_pending, credits_posted from account
                      union all select 0, debit_id, -pending, -posted, 0, 0 from %1$s
                      union all select 0, credit_id, 0, 0, -pending, -posted from %1$s) entry
                group by account
                having sum(accounts) = 1
                   and (sum(debits_pending) <> 0 or sum(debits_posted) <> 0
                     or sum(credits_pending) <> 0 or sum(credits_posted) <> 0)
                """.formatted(EFFECTS),
                "account %s: its debits pending, debits posted, credits pending and credits posted are"
                        + " %s, %s, %s and %s more than its transfers");
    }

    @Singleton
    Check overdrawn() {
        return new StatementCheck(
                "nobody overdrawn",
                "No account whose flags forbid it owes more than it has, and no total is negative.",
                "select count(*) from account",
                """
                select code, owner, currency, debits_pending, debits_posted, credits_pending, credits_posted
                from account
                where mod(flags, 2) = 1 and debits_posted > credits_posted - debits_pending
                   or mod(flags / 2, 2) = 1 and credits_posted > debits_posted - credits_pending
                   or debits_pending < 0 or debits_posted < 0 or credits_pending < 0 or credits_posted < 0
                """,
                "%s of %s in %s: debits pending %s, debits posted %s, credits pending %s, credits posted %s");
    }

    @Singleton
    Check pendingTransfers(Clock clock) {
        return new StatementCheck(
                "every hold has an end",
                "Every open pending transfer has an expiry, and none waits for its void for longer than an hour after.",
                "select count(*) from transfer t where " + UNENDED,
                "select t.id, t.amount, t.currency, t.expires from transfer t where " + UNENDED
                        + " and (t.expires is null or t.expires < ?)",
                () -> List.of(clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC)),
                "pending transfer %s of %s minor units of %s still holds them; its end: %s");
    }

    @Singleton
    Check transfers() {
        return new StatementCheck(
                "transfers belong",
                "Every transfer is part of a journal, between two accounts of its currency, and ends none but a pending"
                        + " transfer between the same.",
                "select count(*) from transfer",
                """
                select t.id, t.journal, t.debit_id, t.credit_id, t.pending_id
                from transfer t
                left join journal j on j.id = t.journal
                left join account d on d.id = t.debit_id
                left join account c on c.id = t.credit_id
                left join transfer p on p.id = t.pending_id
                where j.id is null or d.id is null or c.id is null or t.debit_id = t.credit_id or t.amount < 0
                   or d.currency <> t.currency or c.currency <> t.currency or t.kind not in (0, 1, 2, 3)
                   or t.kind in (0, 1) and t.pending_id is not null
                   or t.kind in (2, 3) and (p.id is null or p.kind <> 1 or p.debit_id <> t.debit_id
                        or p.credit_id <> t.credit_id or p.currency <> t.currency or p.amount < t.amount)
                """,
                "transfer %s: its journal %s, accounts %s and %s and pending transfer %s do not all exist and fit");
    }

    @Singleton
    Check exchangePositions() {
        return new StatementCheck(
                "exchange positions",
                "No exchange position is overdrawn: no currency was sold that had not been bought or prefunded.",
                "select count(*) from account where code = 'exchange-position'",
                """
                select currency, credits_posted, debits_posted, debits_pending from account
                where code = 'exchange-position' and debits_posted > credits_posted - debits_pending
                """,
                "%s: of %s minor units bought %s are sold and %s reserved");
    }
}
