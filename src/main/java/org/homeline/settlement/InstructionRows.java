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

    /** Those of these retrieval reference numbers that the partner has settled, and perhaps undone since. */
    @Query("select * from instruction where partner = :partner and rrn in (:rrns) and state in ('settled', 'returned')")
    List<Instruction> findSettled(String partner, List<String> rrns);

    /** Without an end yet, oldest first, a bounded number. */
    @Query("select * from instruction where state in ('queued', 'sent', 'reversing', 'exception')"
            + " order by made, id limit 200")
    List<Instruction> findUnderWay();

    /** By retrieval reference number, newest first: each partner's own numbers begin anew, so that several may have it. */
    @Query("select * from instruction where rrn = :rrn order by made desc, id desc limit 20")
    List<Instruction> findByRrn(String rrn);

    /** What was sent on a partner's business day, by trace number, a bounded number of those behind one. */
    @Query("select * from instruction where partner = :partner and business_day = :day and stan > :after"
            + " and state <> 'queued' order by stan limit 1000")
    List<Instruction> findOfDay(String partner, LocalDate day, int after);
}
