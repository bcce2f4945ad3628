package org.homeline.remittance;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.homeline.ledger.Check;
import org.homeline.ledger.StatementCheck;

/** What the audit asks of remittances. */
@Factory
final class Checks {
    @Singleton
    @Named("remittances")
    Check remittances() {
        return new StatementCheck(
                "remittances",
                "Every remittance stands where its transfers say: what waits or goes to a bank is in its"
                        + " holding account, what arrived or went back is not.",
                "select count(*) from remittance",
                """
                select r.reference, r.state, r.receive_minor, coalesce(a.held, 0)
                from remittance r
                left join (select owner, currency, sum(credits_posted) - sum(debits_posted) as held
                           from account where code = 'pickup-holding' group by owner, currency) a
                  on a.owner = r.id and a.currency = r.receive_currency
                where coalesce(a.held, 0) <> case when r.state in ('waiting', 'banking') then r.receive_minor else 0 end
                order by r.reference
                """,
                "remittance %s is %s with %s, but its account holds %s");
    }

    @Singleton
    @Named("refunds")
    Check refunds() {
        return new StatementCheck(
                "refunds",
                "In every currency what is kept for senders to ask back is what waits of their exchanged money.",
                "select count(*) from account where code = 'refund-holding'",
                """
                select currency, sum(waits), sum(held)
                from (select send_currency as currency,
                             case when receive_currency <> send_currency then amount_minor
                                  when receive_minor < amount_minor then amount_minor - receive_minor
                                  else 0 end as waits,
                             0 as held
                      from remittance where state in ('waiting', 'banking') and refund_kept
                      union all
                      select currency, 0, credits_posted - debits_posted from account where code = 'refund-holding') sides
                group by currency
                having sum(waits) <> sum(held)
                order by currency
                """,
                "%s: senders can ask back %s, but %s is kept for them");
    }
}
