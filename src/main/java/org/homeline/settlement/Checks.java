package org.homeline.settlement;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.homeline.ledger.Check;
import org.homeline.ledger.StatementCheck;

/** What the audit asks of instructions. */
@Factory
final class Checks {
    @Singleton
    @Named("instructions")
    Check instructions() {
        return new StatementCheck(
                "instructions",
                "The money of every instruction to a bank is posted where it settled, free again where it was declined,"
                        + " reversed or cancelled, and held until then.",
                "select count(*) from instruction",
                """
                select i.id, i.state, coalesce(e.kind, 1)
                from instruction i
                left join transfer e on e.pending_id = i.pending
                where coalesce(e.kind, 1) <> case i.state when 'settled' then 2 when 'returned' then 2
                                                          when 'declined' then 3
                                                          when 'reversed' then 3 when 'cancelled' then 3 else 1 end
                order by i.id
                """,
                "instruction %s is %s, but its transfer is of kind %s (1 held, 2 posted, 3 voided)");
    }

    @Singleton
    @Named("trace numbers")
    Check traceNumbers() {
        return new StatementCheck(
                "trace numbers",
                "No two instructions have the same trace number on a partner's business day.",
                "select count(*) from instruction where stan is not null",
                """
                select partner, business_day, stan, count(*)
                from instruction
                where stan is not null
                group by partner, business_day, stan
                having count(*) > 1
                order by partner, business_day, stan
                """,
                "%s %s: trace number %s stands %s times");
    }
}
