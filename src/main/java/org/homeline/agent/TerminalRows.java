package org.homeline.agent;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The terminals' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TerminalRows extends GenericRepository<Terminal, String> {
    Optional<Terminal> findById(String id);

    List<Terminal> findAllOrderById();

    long count();
}
