package org.homeline.agent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** Reversals that could not be done. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StuckRows extends GenericRepository<Stuck, String> {
    /** Unsettled, a bounded number. */
    @Query("select * from stuck_reversal where settled is null order by at, request limit 200")
    List<Stuck> findOpen();

    @Query("select * from stuck_reversal where settled is null and reference = :reference")
    Optional<Stuck> findOpen(String reference);

    @Query("select count(*) from stuck_reversal where settled is null")
    long countOpen();

    /** One that is settled ends the row that is not; any other is new. */
    @Singleton
    final class Writer implements RowWriter<Stuck> {
        @Override
        public Class<Stuck> rows() {
            return Stuck.class;
        }

        @Override
        public void write(Connection connection, List<Stuck> reversals) throws SQLException {
            try (var insert = connection.prepareStatement("insert into stuck_reversal (request, agent, reference,"
                            + " minor, currency, why, at) values (?,?,?,?,?,?,?)");
                    var update = connection.prepareStatement(
                            "update stuck_reversal set settled = ? where request = ? and settled is null")) {
                for (var reversal : reversals) {
                    if (reversal.settled() == null) {
                        insert.setString(1, reversal.request());
                        insert.setObject(2, reversal.agent());
                        insert.setString(3, reversal.reference());
                        insert.setLong(4, reversal.minor());
                        insert.setString(5, reversal.currency());
                        insert.setString(6, reversal.why());
                        insert.setObject(7, reversal.at().atOffset(ZoneOffset.UTC));
                        insert.addBatch();
                    } else {
                        update.setObject(1, reversal.settled().atOffset(ZoneOffset.UTC));
                        update.setString(2, reversal.request());
                        update.addBatch();
                    }
                }
                insert.executeBatch();
                StaleRowException.unlessEach(update.executeBatch(), "the reversal");
            }
        }
    }
}
