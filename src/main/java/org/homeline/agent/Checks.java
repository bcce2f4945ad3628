package org.homeline.agent;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.homeline.ledger.Check;
import org.homeline.ledger.StatementCheck;

/** What the audit asks of cash-outs. */
@Factory
final class Checks {
    @Singleton
    @Named("cash-outs")
    Check cashOuts() {
        return new StatementCheck(
                "cash-outs",
                "Every cash-out stands where its transfers say: an open one holds its amount, any other nothing.",
                "select count(*) from cash_out",
                """
                select c.id, c.state, c.minor, coalesce(a.pending, 0), coalesce(a.held, 0)
                from cash_out c
                left join (select owner, currency, sum(credits_pending) as pending,
                                  sum(credits_posted) - sum(debits_posted) as held
                           from account where code = 'pickup-holding' group by owner, currency) a
                  on a.owner = c.id and a.currency = c.currency
                where coalesce(a.pending, 0) <> case when c.state = 'open' then c.minor else 0 end
                   or coalesce(a.held, 0) <> 0
                order by c.id
                """,
                "cash-out %s is %s with %s, but its account has %s pending and %s left");
    }
}
