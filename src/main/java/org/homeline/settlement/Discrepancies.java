package org.homeline.settlement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What does not agree with banks, for reading. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Discrepancies extends GenericRepository<Discrepancy, UUID> {
    /** How many a list has at most. */
    int PAGE = 200;

    Optional<Discrepancy> findById(UUID id);

    List<Discrepancy> findByIdIn(List<UUID> ids);

    /** Payments that no line has shown, and that stand in the books all the same, oldest first, a bounded number. */
    @Query("select * from settlement_exception where partner = :partner and kind = 'unshown-payment'"
            + " and state in ('open', 'proposed') and (booked_as is null or booked_as = 'accept')"
            + " order by made, id limit 200")
    List<Discrepancy> findUnshown(String partner);

    /** Of a kind and some days, in suspense or written off, oldest first, a bounded number. */
    @Query("select * from settlement_exception where partner = :partner and business_day between :first and :last"
            + " and kind = :kind and currency = :currency and booked_as in ('suspense', 'write-off')"
            + " order by made, id limit 200")
    List<Discrepancy> findParked(String partner, LocalDate first, LocalDate last, String kind, String currency);

    /** Of a kind and some days, that have moved nothing, oldest first, a bounded number: open, or accepted. */
    @Query("select * from settlement_exception where partner = :partner and business_day between :first and :last"
            + " and kind = :kind and currency = :currency"
            + " and (booked_as = 'accept' or booked_as is null and state in ('open', 'proposed'))"
            + " order by made, id limit 200")
    List<Discrepancy> findUnmoved(String partner, LocalDate first, LocalDate last, String kind, String currency);

    /** All of a day, resolved ones too. */
    @Query("select * from settlement_exception where partner = :partner and business_day = :day order by made, id")
    List<Discrepancy> findOfDay(String partner, LocalDate day);

    /** By retrieval reference number, newest first, a bounded number. */
    @Query("select * from settlement_exception where rrn = :rrn order by made desc, id desc limit 20")
    List<Discrepancy> findByRrn(String rrn);

    /** Those that wait for an operator, oldest first, a bounded number. */
    @Query("select * from settlement_exception where state in ('open', 'proposed') order by made, id limit 200")
    List<Discrepancy> findWaiting();

    /** All about an instruction, or by which it was undone; a bounded number. */
    @Query("select * from settlement_exception where instruction = :instruction or undone = :instruction"
            + " order by made, id limit 50")
    List<Discrepancy> findAbout(UUID instruction);

    /** Those whose money waits in suspense, oldest first, a bounded number. */
    @Query("select * from settlement_exception where booked_as = 'suspense' and state = 'resolved'"
            + " order by made, id limit 200")
    List<Discrepancy> findSuspended();

    @Query("select count(*) from settlement_exception where state in ('open', 'proposed')")
    long countWaiting();

    @Query("select count(*) from settlement_exception where booked_as = 'suspense' and state = 'resolved'")
    long countSuspended();

    /** How many wait, by partner and currency. */
    @Query("select partner, currency, count(*) as exceptions from settlement_exception"
            + " where state in ('open', 'proposed') group by partner, currency")
    List<Waiting> countWaitingByPartner();

    /** So many wait for an operator. */
    @Introspected
    record Waiting(String partner, String currency, long exceptions) {}
}
