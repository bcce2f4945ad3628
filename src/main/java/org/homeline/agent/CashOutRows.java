package org.homeline.agent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of cash to be handed out, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CashOutRows extends GenericRepository<CashOut, UUID> {
    Optional<CashOut> findById(UUID id);

    /** The newest of that state. */
    @Query(
            "select * from cash_out where customer = :customer and state = :state order by expires desc, id desc limit 1")
    Optional<CashOut> findNewest(UUID customer, String state);

    /** Whose time is over, a bounded number of those that follow in the order of their expiry and id. */
    @Query("select * from cash_out where state in ('open', 'asked') and expires <= :now"
            + " and (expires > :after or expires = :after and id > :afterId) order by expires, id limit 200")
    List<CashOut> findOver(Instant now, Instant after, UUID afterId);
}
