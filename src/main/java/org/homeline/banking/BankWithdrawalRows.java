package org.homeline.banking;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The withdrawals' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BankWithdrawalRows extends GenericRepository<BankWithdrawal, UUID> {
    Optional<BankWithdrawal> findById(UUID id);
}
