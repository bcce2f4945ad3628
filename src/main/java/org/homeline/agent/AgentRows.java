package org.homeline.agent;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agents' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgentRows extends GenericRepository<Agent, UUID> {
    Optional<Agent> findByPhone(String phone);

    Optional<Agent> findById(UUID id);

    List<Agent> findAll();
}
