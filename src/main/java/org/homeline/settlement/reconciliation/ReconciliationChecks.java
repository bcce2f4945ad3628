package org.homeline.settlement.reconciliation;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.homeline.ledger.Check;
import org.homeline.ledger.StatementCheck;

/** What the audit asks of reconciliation, as far as a statement can. */
@Factory
final class ReconciliationChecks {
    @Singleton
    @Named("balanced days")
    Check balancedDays() {
        return new StatementCheck(
                "balanced days",
                "Every day that balanced with a bank came to what its instructions come to.",
                "select count(*) from settlement_day where state = 'balanced'",
                """
                select d.partner, d.business_day, d.currency,
                       d.credits_minor - d.credit_reversals_minor, d.debits_minor - d.debit_reversals_minor,
                       coalesce(i.credits, 0), coalesce(i.debits, 0)
                from settlement_day d
                left join (select partner, business_day, currency,
                                  sum(case when kind = 'credit' then minor else 0 end) as credits,
                                  sum(case when kind = 'debit' then minor else 0 end) as debits
                           from instruction where state in ('settled', 'returned')
                           group by partner, business_day, currency) i
                     on i.partner = d.partner and i.business_day = d.business_day and i.currency = d.currency
                where d.state = 'balanced'
                  and (d.credits_minor - d.credit_reversals_minor <> coalesce(i.credits, 0)
                    or d.debits_minor - d.debit_reversals_minor <> coalesce(i.debits, 0)
                    or d.credits_minor <> d.bank_credits_minor or d.debits_minor <> d.bank_debits_minor)
                order by d.partner, d.business_day, d.currency
                """,
                "%s %s %s: balanced at %s credits and %s debits in minor units, but its instructions come to %s and %s");
    }

    @Singleton
    @Named("settlement exceptions")
    Check exceptions() {
        return new StatementCheck(
                "settlement exceptions",
                "Every exception is about something that is there, only what items show to agree ends without a"
                        + " correction, and no instruction is in doubt without one.",
                "select count(*) from settlement_exception",
                """
                select e.id, e.kind, 'is about nothing that is there, or ended without a correction'
                from settlement_exception e
                left join instruction i on i.id = e.instruction
                left join statement_line l on l.id = e.line
                where e.instruction is not null and i.id is null
                   or e.line is not null and l.id is null
                   or e.instruction is null and e.line is null and e.rrn is null
                      and e.kind not in ('payment', 'unshown-payment')
                   or e.state = 'resolved' and e.correction is null
                      and (e.kind = 'unresolved' or e.kind = 'unmatched-line' and l.matched is null)
                union all
                select i.id, i.state, 'is an instruction in doubt that no open exception is about'
                from instruction i
                left join settlement_exception e on e.id = i.id and e.state <> 'resolved'
                where i.state = 'exception' and e.id is null
                """,
                "%s (%s) %s");
    }

    @Singleton
    @Named("suspense")
    Check suspense() {
        return new StatementCheck(
                "suspense",
                "Whatever waits in suspense is what an exception says that it is.",
                "select count(*) from account where code = 'suspense'",
                """
                select currency, sum(waits), sum(says)
                from (select currency, credits_posted - debits_posted as waits, 0 as says
                      from account where code = 'suspense'
                      union all
                      select currency, 0, gap_minor from settlement_exception where booked_as = 'suspense') sides
                group by currency
                having sum(waits) <> sum(says)
                order by currency
                """,
                "%s: %s minor units wait in suspense, but exceptions account for %s");
    }
}
