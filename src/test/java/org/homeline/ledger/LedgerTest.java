package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger's rules as tables, each played against the pure rules and against the books on both databases. */
final class LedgerTest {
    private static List<Bench> benches = List.of();

    /** Where a row has several reasons to be refused, each next row takes the first one away. */
    private static final String MOVES = """
            account A1 USD _      100 200   0   0
            account A2 KES _        0   0   0   0
            account A3 USD _        0   0 110 210
            account A4 USD D<C     20 300   0 500
            account A5 USD C<D      0 400  10 300
            account A6 USD CLOSED   0   0   0   0
            account A7 USD CLOSED   0 max   0   0

            #        id kind    dr cr   amount cur  pnd timeout code
            transfer T0 pending A1 A3      123 USD  _        60 send  ok
            transfer T0 single  A3 A1       -1 KES  _         _ fee   exists_with_different_flags
            transfer T0 pending A3 A1       -1 KES  _       max fee   exists_with_different_timeout
            # Of a pending transfer, only its end is kept: the time-out counts from when its journal was written.
            tick 30
            transfer T0 pending A3 A1       -1 KES  _        61 fee   exists_with_different_timeout
            transfer T0 pending A3 A1       -1 KES  _        30 fee   exists_with_different_timeout
            transfer T0 pending A3 A1       -1 KES  _        60 fee   exists_with_different_debit_account_id
            transfer T0 pending A1 A1       -1 KES  _        60 fee   exists_with_different_credit_account_id
            transfer T0 pending A1 A3       -1 KES  _        60 fee   exists_with_different_amount
            transfer T0 pending A1 A3      123 KES  _        60 fee   exists_with_different_currency
            transfer T0 pending A1 A3      123 USD  _        60 fee   exists_with_different_code
            transfer T0 pending A1 A3      123 USD  _        60 send  exists

            transfer T1 pending A8 A8       -1 KES  _       max send  amount_must_not_be_negative
            transfer T1 pending A8 A8      max KES  _       max send  accounts_must_be_different
            transfer T1 pending A8 A9      max KES  _       max send  debit_account_not_found
            transfer T1 pending A7 A9      max KES  _       max send  credit_account_not_found
            transfer T1 pending A7 A2      max USD  _       max send  accounts_must_have_the_same_currency
            transfer T1 pending A7 A6      max KES  _       max send  transfer_must_have_the_same_currency_as_accounts
            transfer T1 pending A7 A6      max USD  _       max send  debit_account_already_closed
            transfer T1 pending A1 A6      max USD  _       max send  credit_account_already_closed
            # T0 has put 123 more into the pending totals of A1 and A3.
            transfer T1 pending A1 A3  max-222 USD  _       max send  overflows_debits_pending
            transfer T1 pending A1 A3  max-232 USD  _       max send  overflows_credits_pending
            transfer T1 pending A4 A3  max-232 USD  _       max send  overflows_credits_pending
            transfer T1 pending A4 A5  max-299 USD  _       max send  overflows_debits_posted
            transfer T1 pending A4 A5  max-300 USD  _       max send  overflows_debits
            transfer T1 pending A4 A5  max-320 USD  _       max send  overflows_timeout
            transfer T1 pending A4 A5      181 USD  _        60 send  exceeds_credits
            transfer T1 pending A4 A5       91 USD  _        60 send  exceeds_debits
            transfer T1 pending A4 A5       90 USD  _        60 send  ok
            transfer T2 single  A4 A3       91 USD  _         _ send  exceeds_credits
            transfer T2 single  A4 A3       90 USD  _         _ send  ok
            transfer T3 single  A4 A3        1 USD  _         _ send  exceeds_credits
            transfer T3 single  A4 A3        0 USD  _         _ send  ok
            totals A1 223 200   0   0
            totals A3   0   0 233 300
            totals A4 110 390   0 500
            totals A5   0 400 100 300
            """;

    private static final String OVERFLOWS = """
            account A1 USD _      0 max   0   0
            account A2 USD _      0   0   0 max
            account A3 USD _      0   0   0   0
            account A4 USD _     10 max-20 0  0
            account A5 USD _      0   0  10 max-20
            account A6 USD _    max   0   0   0

            transfer T1 single  A1 A2        1 USD  _         _ send  overflows_debits_posted
            transfer T1 single  A3 A2        1 USD  _         _ send  overflows_credits_posted
            transfer T1 single  A1 A2        0 USD  _         _ send  ok
            transfer T2 pending A6 A3        1 USD  _        60 send  overflows_debits_pending
            transfer T2 single  A6 A3        1 USD  _         _ send  overflows_debits
            transfer T2 pending A4 A5       11 USD  _        60 send  overflows_debits
            transfer T2 pending A3 A5       11 USD  _        60 send  overflows_credits
            transfer T2 pending A4 A5       10 USD  _        60 send  ok
            transfer T3 post    _  _         _ _    T2        _ _     ok
            totals A4 10 max-10 0 0
            transfer T4 single  A3 A5      max USD  _         _ send  overflows_credits_posted
            account B1 USD _      0   0   0   0
            account B2 USD _      0   0   0   0
            transfer T5 single  B1 B2      max USD  _         _ send  ok
            transfer T6 single  B2 B1      max USD  _         _ send  ok
            totals B1 0 max 0 max
            """;

    private static final String ENDINGS = """
            account A1 USD _        0   0   0   0
            account A2 USD _        0   0   0   0
            account A3 USD _        0   0   0   0

            #        id  kind    dr cr   amount cur  pnd timeout code
            transfer T1  single  A1 A2       10 USD  _         _ send  ok
            transfer T2  pending A1 A2       15 USD  _      1000 send  ok
            transfer T3  pending A1 A2       16 USD  _      1000 send  ok
            transfer T4  pending A1 A2       17 USD  _        50 send  ok
            transfer T5  pending A1 A2       18 USD  _        50 send  ok
            transfer T6  pending A1 A3        5 USD  _      1000 send  ok
            transfer T7  pending A3 A2        6 USD  _      1000 send  ok
            transfer T8  pending A3 A2        7 USD  _      1000 send  ok
            totals A1 71 10  0  0
            totals A2  0  0 79 10

            transfer T20 post    _  _        13 USD  T2        _ _     ok
            totals A1 56 23  0  0
            totals A2  0  0 64 23
            transfer T20 void    _  _         _ _    T3        _ _     exists_with_different_flags
            transfer T20 post    _  _        -1 KES  T3        _ _     exists_with_different_pending_id
            transfer T20 post    _  _        -1 KES  T9        _ _     exists_with_different_pending_id
            transfer T20 post    _  _        12 KES  T2        _ _     exists_with_different_amount
            transfer T20 post    _  _         _ _    T2        _ _     exists_with_different_amount
            transfer T20 post    _  _        13 KES  T2        _ _     exists_with_different_currency
            transfer T20 post    _  _        13 USD  T2        _ _     exists
            transfer T2  post    _  _         _ _    T2        _ _     exists_with_different_flags
            transfer T20 post    _  _        13 USD  T20       _ _     exists_with_different_pending_id

            transfer T21 post    _  _        -1 KES  T21       _ _     amount_must_not_be_negative
            transfer T21 post    _  _        99 KES  T21       _ _     pending_id_must_be_different
            transfer T21 post    _  _        99 KES  T9        _ _     pending_transfer_not_found
            transfer T21 post    _  _        99 KES  T1        _ _     pending_transfer_not_pending
            transfer T21 post    _  _        99 KES  T20       _ _     pending_transfer_not_pending
            transfer T21 post    _  _        99 KES  T2        _ _     pending_transfer_has_different_currency
            transfer T21 post    _  _        16 USD  T2        _ _     exceeds_pending_transfer_amount
            transfer T21 post    _  _        15 USD  T2        _ _     pending_transfer_already_posted
            transfer T21 void    _  _         _ _    T2        _ _     pending_transfer_already_posted

            transfer T22 void    _  _         _ _    T3        _ _     ok
            totals A1 40 23  0  0
            transfer T22 void    _  _         _ _    T3        _ _     exists
            transfer T23 post    _  _         _ _    T3        _ _     pending_transfer_already_voided
            transfer T23 void    _  _         _ _    T3        _ _     pending_transfer_already_voided
            transfer T24 post    _  _         0 USD  T8        _ _     ok
            totals A3 6 0  5  0

            tick 49
            transfer T25 post    _  _         _ _    T4        _ _     ok
            tick 1
            transfer T26 post    _  _        19 USD  T5        _ _     exceeds_pending_transfer_amount
            transfer T26 post    _  _         _ _    T5        _ _     pending_transfer_expired
            transfer T26 void    _  _         _ _    T5        _ _     ok
            transfer T27 post    _  _         _ _    T5        _ _     pending_transfer_already_voided

            close A3
            transfer T30 post    _  _         _ _    T6        _ _     credit_account_already_closed
            transfer T30 post    _  _         _ _    T7        _ _     debit_account_already_closed
            transfer T30 void    _  _         _ _    T6        _ _     ok
            transfer T31 void    _  _         _ _    T7        _ _     ok
            totals A1  0 40  0  0
            totals A2  0  0  0 40
            totals A3  0  0  0  0
            """;

    private static final String CHAINS = """
            account A1 USD _        0   0   0   0
            account A2 USD D<C      0   0   0   0
            account A3 USD _        0   0   0   0

            # What comes earlier in a chain can be spent later in it, and not before.
            transfer T1 single  A2 A3       10 USD  _         _ send  exceeds_credits  &
            transfer T2 single  A1 A2       10 USD  _         _ send  untried
            transfer T2 single  A1 A2       10 USD  _         _ send  ok               &
            transfer T1 single  A2 A3       10 USD  _         _ send  ok
            totals A2 0 10 0 10

            # All or none, wherever the refusal stands.
            transfer T3 single  A1 A2       10 USD  _         _ send  undone           &
            transfer T4 single  A2 A3       10 USD  _         _ send  undone           &
            transfer T5 single  A2 A3        1 USD  _         _ send  exceeds_credits  &
            transfer T6 single  A1 A2       10 USD  _         _ send  untried
            totals A1 0 10 0  0
            totals A2 0 10 0 10
            totals A3 0  0 0 10

            # A refused transfer does not exist: its id can be used again.
            transfer T5 single  A1 A3        1 USD  _         _ send  ok

            # An id twice in one chain; the first of them is undone too.
            transfer T7 single  A1 A3        1 USD  _         _ send  undone           &
            transfer T7 single  A1 A3        1 USD  _         _ send  exists
            transfer T7 single  A1 A3        1 USD  _         _ send  ok

            # Both phases in one chain, and only once.
            transfer T8 pending A1 A3        9 USD  _        60 send  undone           &
            transfer T9 post    _  _         4 USD  T8        _ _     undone           &
            transfer T0 void    _  _         _ _    T8        _ _     pending_transfer_already_posted
            transfer T8 pending A1 A3        9 USD  _        60 send  ok               &
            transfer T9 post    _  _         4 USD  T8        _ _     ok
            totals A1 0 16 0  0
            totals A3 0  0 0 16

            # A chain can empty an account and close it; a refused one does not close.
            transfer B1 single  A3 A1       16 USD  _         _ send  undone           &
            transfer B2 single  A2 A1       16 USD  _         _ send  exceeds_credits  &
            close A3
            transfer B1 single  A3 A1       16 USD  _         _ send  ok               &
            close A3
            transfer B3 single  A1 A3       16 USD  _         _ send  credit_account_already_closed
            totals A3 0 16 0 16
            """;

    @BeforeAll
    static void start() {
        benches = List.of(
                new Bench.Rules(),
                new Bench.OnDatabase("H2", TestServer.onH2(Map.of())),
                new Bench.OnDatabase("PostgreSQL", TestServer.onPostgres(Map.of())));
    }

    @AfterAll
    static void stop() {
        benches.forEach(Bench::end);
    }

    static List<Bench> benches() {
        return benches;
    }

    @ParameterizedTest
    @MethodSource("benches")
    void movesAreRefusedForTheFirstReason(Bench bench) {
        LedgerTable.check(bench, MOVES);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void noTotalPassesSixtyThreeBits(Bench bench) {
        LedgerTable.check(bench, OVERFLOWS);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aPendingTransferEndsOnce(Bench bench) {
        LedgerTable.check(bench, ENDINGS);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aChainHappensWhollyOrNotAtAll(Bench bench) {
        LedgerTable.check(bench, CHAINS);
    }

    @Test
    void everyRefusalStandsInATable() {
        var tables = MOVES + OVERFLOWS + ENDINGS + CHAINS;
        assertThat(Arrays.stream(Refusal.values())
                        .map(LedgerTable::word)
                        .filter(word -> !tables.matches("(?s).*\\b" + word + "\\b.*")))
                .isEmpty();
    }
}
