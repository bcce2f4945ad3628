package org.homeline.settlement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The instructions' rows, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstructionRows extends GenericRepository<Instruction, UUID> {
    Optional<Instruction> findById(UUID id);

    /** What an errand began for the subject, newest first, a bounded number. */
    @Query("select * from instruction where subject = :subject order by made desc, id desc limit 20")
    List<Instruction> findBySubject(UUID subject);

    /** What the partner knows by that retrieval reference number, newest first, a bounded number. */
    @Query("select * from instruction where rrn = :rrn and partner = :partner order by made desc limit 2")
    List<Instruction> findByRrn(String partner, String rrn);

    /** Those of these retrieval reference numbers that the partner has settled. */
    @Query("select * from instruction where partner = :partner and rrn in (:rrns) and state = 'settled'")
    List<Instruction> findSettled(String partner, List<String> rrns);

    /** What was sent on a partner's business day, by trace number, a bounded number of those behind one. */
    @Query("select * from instruction where partner = :partner and business_day = :day and stan > :after"
            + " and state <> 'queued' order by stan limit 1000")
    List<Instruction> findOfDay(String partner, LocalDate day, int after);
}
