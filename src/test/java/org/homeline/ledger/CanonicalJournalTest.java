package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.homeline.ledger.Transfer.Kind;
import org.homeline.ledger.Transfer.Stored;
import org.homeline.signing.Digest;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/**
 * The format that signatures hold for ever, byte by byte. Never change a vector: a new format is a new version beside this
 * one.
 */
final class CanonicalJournalTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.000005Z");

    private static final String VERSION_1 = """
            01                                   version
            000000000000000000000000000000aa     id
            00000003 6b6579                      key
            00000008 746573742e706179            operation test.pay
            00000009 63616c6c657220c3a9          actor caller é
            0006474846204005                     microseconds since 1970
            00000002                             transfers
            00000000000000000000000000000001     id
            01                                   pending
            0000000000000000000000000000000d     debit
            0000000000000000000000000000000c     credit
            00000000000001f4                     500
            00000003 555344                      USD
            00000004                             code cash-out
            00000000000000000000000000000000     ends nothing
            00064748 69e38600                    expires ten minutes later
            00000000000000000000000000000002     id
            02                                   post
            0000000000000000000000000000000d
            0000000000000000000000000000000c
            000000000000012c                     300
            00000003 555344
            00000004
            00000000000000000000000000000001     ends the first
            0000000000000000                     does not expire
            00000002                             facts
            00000003 666565 00000001 31          fee: 1
            00000004 72617465 00000000           rate: nothing
            """;

    @Test
    void aJournalIsTheseBytes() {
        assertThat(HexFormat.of().formatHex(canonical())).isEqualTo(bytes(VERSION_1));
    }

    /** From another program (Python's struct and hashlib) that followed the package's description. */
    @Test
    void aCommitmentIsTheHashOfSaltAndBytes() {
        var salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertThat(HexFormat.of().formatHex(Digest.sha256(salt, canonical())))
                .isEqualTo("12dda8708cb34c27cee0aa8e81d6e596e9c7a73afd762796927c1a76a1ff2133");
    }

    /** From the same program; an account's identifier is in every canonical transfer. */
    @Test
    void anAccountIsThisIdentifier() {
        var owner = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
        var account = new Account(AccountCode.WALLET_CASH, owner, CurrencyUnit.of("KES"));
        assertThat(account.id()).isEqualTo(UUID.fromString("753df475-5c51-8ca6-969d-2c20f3ca8d87"));
        assertThat(account.id().version()).isEqualTo(8);
        assertThat(account.id().variant()).isEqualTo(2);
    }

    @Test
    void nothingFinerThanAMicrosecondIsKept() {
        assertThat(journal(Instant.parse("2026-01-01T00:00:00.000005999Z")).at())
                .isEqualTo(AT);
    }

    private static byte[] canonical() {
        var debit = new UUID(0, 0xd);
        var credit = new UUID(0, 0xc);
        var pending = new UUID(0, 1);
        var expires = AT.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plus(Duration.ofMinutes(10));
        return journal(AT)
                .canonical(List.of(
                        new Stored(
                                pending, Kind.PENDING, debit, credit, 500, "USD", TransferCode.CASH_OUT, null, expires),
                        new Stored(
                                new UUID(0, 2),
                                Kind.POST,
                                debit,
                                credit,
                                300,
                                "USD",
                                TransferCode.CASH_OUT,
                                pending,
                                null)));
    }

    private static Journal journal(Instant at) {
        return new Journal(
                new UUID(0, 0xaa),
                "key",
                new byte[0],
                "test.pay",
                "caller é",
                at,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("rate", "", "fee", "1")),
                new byte[0]);
    }

    /** The first words of each line, as far as they are hexadecimal and even; then comes what they mean. */
    private static String bytes(String described) {
        var hex = new StringBuilder();
        described.lines().forEach(line -> hex.append(line.split(" {3,}")[0].replace(" ", "")));
        return hex.toString();
    }
}
