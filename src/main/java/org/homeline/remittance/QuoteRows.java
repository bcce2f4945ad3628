package org.homeline.remittance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The quotes' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuoteRows extends GenericRepository<Quote, UUID> {
    Optional<Quote> findById(UUID id);

    /** The one whose code is live: a newer quote puts an older one's out of use. */
    @Query("select * from quote where payer = :payer order by created desc, place desc limit 1")
    Optional<Quote> findNewest(UUID payer);
}
