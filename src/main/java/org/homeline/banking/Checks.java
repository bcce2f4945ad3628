package org.homeline.banking;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.homeline.ledger.Check;
import org.homeline.ledger.StatementCheck;

/** What the audit asks of bank accounts and of what goes to them. */
@Factory
final class Checks {
    @Singleton
    @Named("bank accounts")
    Check bankAccounts() {
        return new StatementCheck(
                "bank accounts",
                "The small amount that proves a bank account is held until its code is told or it went back, and no"
                        + " longer.",
                "select count(*) from bank_account",
                """
                select b.id, b.state, b.proof_minor, coalesce(a.held, 0)
                from bank_account b
                left join (select owner, currency, sum(credits_posted) - sum(debits_posted) as held
                           from account where code = 'pickup-holding' group by owner, currency) a
                  on a.owner = b.id and a.currency = b.currency
                where coalesce(a.held, 0)
                      <> case when b.state in ('proving', 'over', 'returning', 'kept') then b.proof_minor else 0 end
                order by b.id
                """,
                "bank account %s is %s with a proof of %s, but %s is held for it");
    }

    @Singleton
    @Named("kept amounts")
    Check keptAmounts() {
        return new StatementCheck(
                "kept amounts",
                "Of every amount that a bank does not take back an operator has to find the owner.",
                "select count(*) from bank_account where state = 'kept'",
                """
                select b.id, b.partner from bank_account b
                where b.state = 'kept'
                  and not exists (select 1 from settlement_exception e join instruction i on i.id = e.instruction
                                  where i.subject = b.id and e.kind = 'unreturned' and e.state <> 'resolved')
                order by b.id
                """,
                "bank account %s at %s is kept, but no open exception is about it");
    }

    @Singleton
    @Named("bank withdrawals")
    Check bankWithdrawals() {
        return new StatementCheck(
                "bank withdrawals",
                "What is on its way to a customer's bank account is held, and what arrived or came back is not.",
                "select count(*) from bank_withdrawal",
                """
                select w.reference, w.state, w.cash_minor + w.bank_minor, coalesce(a.held, 0), coalesce(a.pending, 0)
                from bank_withdrawal w
                left join (select owner, currency, sum(credits_posted) - sum(debits_posted) as held,
                                  sum(debits_pending) as pending
                           from account where code = 'pickup-holding' group by owner, currency) a
                  on a.owner = w.id and a.currency = w.currency
                where coalesce(a.held, 0) <> case when w.state = 'sent' then w.cash_minor + w.bank_minor else 0 end
                   or coalesce(a.pending, 0) <> coalesce(a.held, 0)
                order by w.reference
                """,
                "withdrawal %s is %s with %s, but its account holds %s, and %s of it is reserved");
    }
}
