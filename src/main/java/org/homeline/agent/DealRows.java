package org.homeline.agent;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The rows of terminals' dealings, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DealRows extends GenericRepository<Deal, String> {
    Optional<Deal> findByRequest(String request);

    List<Deal> findByRequestIn(List<String> requests);
}
