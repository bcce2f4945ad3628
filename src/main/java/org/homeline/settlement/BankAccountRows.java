package org.homeline.settlement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bank accounts' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BankAccountRows extends GenericRepository<BankAccount, UUID> {
    Optional<BankAccount> findById(UUID id);

    /** Those that are in use or may come to be, the oldest first: operations let nobody have many. */
    @Query("select * from bank_account where customer = :customer and state in ('asked', 'proving', 'linked')"
            + " order by made, id limit 40")
    List<BankAccount> findLive(UUID customer);

    /** Whose small amount is to go back, a bounded number of those that follow in the order of their expiry and id. */
    @Query("select * from bank_account where state in ('proving', 'over') and expires <= :now"
            + " and (expires > :after or expires = :after and id > :afterId) order by expires, id limit 200")
    List<BankAccount> findOver(Instant now, Instant after, UUID afterId);
}
