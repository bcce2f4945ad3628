package org.homeline.customer;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The customers' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CustomerRows extends GenericRepository<Customer, UUID> {
    Optional<Customer> findByPhone(String phone);

    Optional<Customer> findById(UUID id);

    List<Customer> findByIdIn(Collection<UUID> ids);
}
