package org.homeline.banking;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The withdrawals' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BankWithdrawalRows extends GenericRepository<BankWithdrawal, UUID> {
    Optional<BankWithdrawal> findById(UUID id);

    Optional<BankWithdrawal> findByReference(String reference);

    /** In minor units, what the customer has under way. */
    @Query("select cast(coalesce(sum(cash_minor + bank_minor), 0) as bigint) from bank_withdrawal"
            + " where customer = :customer and state = 'sent' and currency = :currency")
    long sumSent(UUID customer, String currency);
}
