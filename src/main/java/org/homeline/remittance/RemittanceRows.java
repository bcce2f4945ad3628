package org.homeline.remittance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The remittances' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RemittanceRows extends GenericRepository<Remittance, UUID> {
    Optional<Remittance> findById(UUID id);

    Optional<Remittance> findByReference(String reference);

    @Query("select * from remittance where payer = :payer order by paid desc, id desc limit 1")
    Optional<Remittance> findNewest(UUID payer);

    boolean existsByPayerAndPayeePhone(UUID payer, String payeePhone);

    /** The oldest first, a bounded number of them. */
    @Query("select * from remittance where payee_phone = :payeePhone and state = 'waiting' order by paid limit 50")
    List<Remittance> findWaiting(String payeePhone);

    /** Whose time is over, a bounded number of those that follow in the order of their expiry and id. */
    @Query("select * from remittance where state = 'waiting' and expires <= :now"
            + " and (expires > :after or expires = :after and id > :afterId) order by expires, id limit 200")
    List<Remittance> findOver(Instant now, Instant after, UUID afterId);
}
