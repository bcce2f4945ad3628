package org.homeline.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.homeline.database.Transactions;
import org.homeline.operation.Success;
import org.homeline.testing.Desk;
import org.homeline.testing.Postgres;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NetworkKeysTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String AES_KEK = "000102030405060708090a0b0c0d0e0f";
    private static final String TDES_KEK = "0123456789abcdeffedcba9876543210";
    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final String OTHER_KEY = "ffeeddccbbaa99887766554433221100";
    private static final byte[] MESSAGE = "0800".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_CHECK = {0, 0, 0};
    private static final String PAN = "4111111111111111";

    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-02T08:00:00Z"));
    private final TestServer server = TestServer.onH2(Map.of(), clock);
    private final NetworkKeys keys = server.get(NetworkKeys.class);

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void importKeys() {
        put(server, "bank.kek", KeyAlgorithm.AES, AES_KEK);
        put(server, "old-bank.kek", KeyAlgorithm.TDES, TDES_KEK);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"AES_CMAC, AES", "ANSI_X9_19, TDES"})
    void aMessageIsCodedUnderTheKeyOfThatName(MessageCode code, KeyAlgorithm algorithm) {
        put(server, "coded", algorithm, KEY);
        keys.refresh("coded");
        var made = keys.code("coded", code, MESSAGE);
        assertThat(made).isEqualTo(code.compute(HEX.parseHex(KEY), MESSAGE)).hasSize(MessageCode.BYTES);
        assertThat(keys.verify("coded", code, MESSAGE, made)).isTrue();
        assertThat(keys.verify("coded", code, MESSAGE, java.util.Arrays.copyOf(made, 7)))
                .isFalse();
        made[3]++;
        assertThat(keys.verify("coded", code, MESSAGE, made)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aPinOpensUnderTheKeyOfThatName(PinBlock format) {
        put(server, "pins", format.algorithm(), KEY);
        keys.refresh("pins");
        var pin = "1234".getBytes(StandardCharsets.US_ASCII);
        var block = format.seal(HEX.parseHex(KEY), pin, PAN, new Random(7));
        assertThat(keys.openPin("pins", format, block, PAN)).contains(pin);
        block[0]++;
        assertThat(keys.openPin("pins", format, block, PAN).filter(opened -> java.util.Arrays.equals(opened, pin)))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNotThereIsNamedWithItsMend() {
        assertThatThrownBy(() -> keys.code("nobody.mac", MessageCode.AES_CMAC, MESSAGE))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining("'nobody.mac'")
                .hasMessageContaining("./homeline key import nobody.mac");
        assertThatThrownBy(() -> keys.freshWorking(List.of("new.mac"), "nobody.kek", Wrapping.AES_KEY_WRAP))
                .isInstanceOf(UnknownKeyException.class);
        assertThat(keys.checkValue("nobody.mac")).isEmpty();
        assertThat(keys.checkValue("new.mac")).isEmpty();
    }

    @Test
    void aKeyOfAnotherAlgorithmIsNotUsed() {
        assertThatThrownBy(() -> keys.code("old-bank.kek", MessageCode.AES_CMAC, MESSAGE))
                .isInstanceOf(UnfitKeyException.class)
                .hasMessageContaining("'old-bank.kek' is one of tdes")
                .hasMessageContaining("takes one of aes");
        assertThatThrownBy(() -> keys.openPin("bank.kek", PinBlock.FORMAT_0, new byte[8], PAN))
                .isInstanceOf(UnfitKeyException.class);
        assertThatThrownBy(() -> keys.freshWorking(List.of("new.mac"), "bank.kek", Wrapping.TDES_ECB))
                .isInstanceOf(UnfitKeyException.class);
    }

    @ParameterizedTest
    @CsvSource({"AES_KEY_WRAP, bank.kek, AES_CMAC", "TDES_ECB, old-bank.kek, ANSI_X9_19"})
    void aPartnersWorkingKeyIsTakenAtOnce(Wrapping wrapping, String kek, MessageCode code) {
        for (var key : List.of(KEY, OTHER_KEY)) {
            keys.importWorking("bank.mac", kek, wrapping, wrapped(wrapping, key), check(wrapping, key));
            assertThat(keys.code("bank.mac", code, MESSAGE)).isEqualTo(code.compute(HEX.parseHex(key), MESSAGE));
            assertThat(keys.checkValue("bank.mac")).contains(HEX.withUpperCase().formatHex(check(wrapping, key)));
        }
    }

    @ParameterizedTest
    @CsvSource({"AES_KEY_WRAP, bank.kek", "TDES_ECB, old-bank.kek"})
    void aWorkingKeyThatIsNotTheOneThatWasSentChangesNothing(Wrapping wrapping, String kek) {
        keys.importWorking("kept.mac", kek, wrapping, wrapped(wrapping, KEY), check(wrapping, KEY));
        var other = wrapped(wrapping, OTHER_KEY);
        assertThatThrownBy(() -> keys.importWorking("kept.mac", kek, wrapping, other, NO_CHECK))
                .isInstanceOf(KeyNotTakenException.class)
                .hasMessageContaining("another check value")
                .hasMessageContaining("'" + kek + "'");
        var underAnother = wrapping.wrap(HEX.parseHex(OTHER_KEY), HEX.parseHex(OTHER_KEY));
        assertThatThrownBy(
                        () -> keys.importWorking("kept.mac", kek, wrapping, underAnother, check(wrapping, OTHER_KEY)))
                .isInstanceOf(KeyNotTakenException.class);
        assertThatThrownBy(() -> keys.importWorking("kept.mac", kek, wrapping, new byte[9], NO_CHECK))
                .isInstanceOf(KeyNotTakenException.class)
                .hasMessageContaining("does not open");
        assertThat(keys.checkValue("kept.mac")).contains(HEX.withUpperCase().formatHex(check(wrapping, KEY)));
    }

    @ParameterizedTest
    @CsvSource({"AES_KEY_WRAP, bank.kek, AES_CMAC", "TDES_ECB, old-bank.kek, ANSI_X9_19"})
    void freshWorkingKeysOpenWithTheirKeyEncryptingKey(Wrapping wrapping, String kek, MessageCode code) {
        var names = List.of("fresh.mac", "fresh.pin");
        var fresh = keys.freshWorking(names, kek, wrapping);
        assertThat(fresh.getFirst().wrapped()).isNotEqualTo(fresh.getLast().wrapped());
        for (int i = 0; i < names.size(); i++) {
            var opened = wrapping.unwrap(
                            HEX.parseHex(wrapping == Wrapping.TDES_ECB ? TDES_KEK : AES_KEK),
                            fresh.get(i).wrapped())
                    .orElseThrow();
            assertThat(opened).hasSize(16);
            assertThat(wrapping.algorithm().checkValue(opened))
                    .isEqualTo(fresh.get(i).checkValue());
            assertThat(keys.code(names.get(i), code, MESSAGE)).isEqualTo(code.compute(opened, MESSAGE));
        }
        names.forEach(name -> remove(server, name));
    }

    @Test
    void freshWorkingKeysAreTheSameUntilTheyAreRenamed() {
        var names = List.of("sent.mac.next", "sent.pin.next");
        var renamed = Map.of("sent.mac.next", "sent.mac", "sent.pin.next", "sent.pin");
        assertThat(keys.rename(renamed)).isFalse();
        var first = keys.freshWorking(names, "bank.kek", Wrapping.AES_KEY_WRAP);
        var code = keys.code("sent.mac.next", MessageCode.AES_CMAC, MESSAGE);
        clock.advance(Duration.ofDays(1));
        assertThat(keys.freshWorking(names, "bank.kek", Wrapping.AES_KEY_WRAP))
                .usingRecursiveComparison()
                .isEqualTo(first);

        remove(server, "sent.pin.next");
        assertThat(keys.rename(renamed)).isFalse();
        assertThat(keys.checkValue("sent.mac")).isEmpty();
        var second = keys.freshWorking(names, "bank.kek", Wrapping.AES_KEY_WRAP);
        assertThat(second.getFirst().wrapped()).isNotEqualTo(first.getFirst().wrapped());
        assertThat(keys.verify("sent.mac.next", MessageCode.AES_CMAC, MESSAGE, code))
                .isFalse();

        code = keys.code("sent.mac.next", MessageCode.AES_CMAC, MESSAGE);
        assertThat(keys.rename(renamed)).isTrue();
        assertThat(keys.verify("sent.mac", MessageCode.AES_CMAC, MESSAGE, code)).isTrue();
        assertThat(keys.checkValue("sent.pin")).isPresent();
        names.forEach(name -> assertThat(keys.checkValue(name)).isEmpty());
        assertThat(keys.freshWorking(names, "bank.kek", Wrapping.AES_KEY_WRAP)
                        .getFirst()
                        .wrapped())
                .isNotEqualTo(second.getFirst().wrapped());
    }

    /** Who has the old one can open what was made under it. */
    @Test
    void underANewKeyEncryptingKeyNothingOldIsGivenOut() {
        var names = List.of("moved.mac.next");
        put(server, "moved.kek", KeyAlgorithm.AES, KEY);
        var before = keys.freshWorking(names, "moved.kek", Wrapping.AES_KEY_WRAP);
        clock.advance(Duration.ofSeconds(1));
        put(server, "moved.kek", KeyAlgorithm.AES, OTHER_KEY);
        var after = keys.freshWorking(names, "moved.kek", Wrapping.AES_KEY_WRAP);
        assertThat(after.getFirst().checkValue()).isNotEqualTo(before.getFirst().checkValue());
        assertThat(Wrapping.AES_KEY_WRAP.unwrap(
                        HEX.parseHex(OTHER_KEY), after.getFirst().wrapped()))
                .isPresent();
    }

    @Test
    void aKeyIsReadOnceForSecondsAndThenAsItIsNow() {
        put(server, "kept", KeyAlgorithm.AES, KEY);
        var before = keys.code("kept", MessageCode.AES_CMAC, MESSAGE);
        put(server, "kept", KeyAlgorithm.AES, OTHER_KEY);
        assertThat(keys.verify("kept", MessageCode.AES_CMAC, MESSAGE, before)).isTrue();
        clock.advance(Duration.ofSeconds(6));
        var after = keys.code("kept", MessageCode.AES_CMAC, MESSAGE);
        assertThat(after).isNotEqualTo(before);

        remove(server, "kept");
        assertThat(keys.verify("kept", MessageCode.AES_CMAC, MESSAGE, after)).isTrue();
        keys.refresh("kept");
        assertThatThrownBy(() -> keys.code("kept", MessageCode.AES_CMAC, MESSAGE))
                .isInstanceOf(UnknownKeyException.class);
    }

    @Test
    void aRowIsWorthNothingUnderAnotherNameOrAlgorithm() {
        put(server, "mine", KeyAlgorithm.TDES, TDES_KEK);
        sql("insert into network_key select 'stolen', algorithm, sealed, check_value, since from network_key"
                + " where name = 'mine'");
        assertThatThrownBy(() -> keys.code("stolen", MessageCode.ANSI_X9_19, MESSAGE))
                .isInstanceOf(SealBrokenException.class);
        sql("update network_key set algorithm = 'aes' where name = 'mine'");
        assertThatThrownBy(() -> keys.code("mine", MessageCode.AES_CMAC, MESSAGE))
                .isInstanceOf(SealBrokenException.class);
        sql("delete from network_key where name in ('mine', 'stolen')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "über", "a/b", "0123456789012345678901234567890123456789012345678901234567890"})
    void aNameIsAWord(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.seal(name, KeyAlgorithm.AES, new KeyComponents(List.of(KEY))));
    }

    @Test
    void itSaysThatItIsSoftware() {
        assertThat(keys.description()).startsWith("software keys").contains("PCI PIN", "hardware module");
    }

    @Test
    void twoNodesOnPostgresShareTheirKeys() {
        var url = Postgres.newDatabase();
        Map<String, Object> shared = Map.of("homeline.data", folder.toString());
        try (var one = TestServer.start(url, "postgres", shared);
                var other = TestServer.start(url, "postgres", shared)) {
            put(one, "bank.kek", KeyAlgorithm.AES, AES_KEK);
            var here = one.get(NetworkKeys.class);
            var there = other.get(NetworkKeys.class);
            for (int change = 0; change < 3; change++) {
                here.freshWorking(List.of("bank.mac.next"), "bank.kek", Wrapping.AES_KEY_WRAP);
                assertThat(here.rename(Map.of("bank.mac.next", "bank.mac"))).isTrue();
                var code = here.code("bank.mac", MessageCode.AES_CMAC, MESSAGE);
                there.refresh("bank.mac");
                assertThat(there.verify("bank.mac", MessageCode.AES_CMAC, MESSAGE, code))
                        .isTrue();
            }
            assertThat(there.list()).extracting(NetworkKey::name).containsExactly("bank.kek", "bank.mac");
            assertThat(there.list()).isEqualTo(here.list());

            assertThat(remove(other, "bank.mac")).isTrue();
            assertThat(remove(one, "bank.mac")).isFalse();
            here.refresh("bank.mac");
            assertThatThrownBy(() -> here.code("bank.mac", MessageCode.AES_CMAC, MESSAGE))
                    .isInstanceOf(UnknownKeyException.class);
        }
    }

    @Test
    void whatTheOperatorDoesOnOneNodeIsDoneOnAll() {
        var url = Postgres.newDatabase();
        Map<String, Object> shared = Map.of("homeline.data", folder.toString());
        try (var one = TestServer.start(url, "postgres", shared);
                var other = TestServer.start(url, "postgres", shared)) {
            var there = other.get(NetworkKeys.class);
            for (var lines : List.of(List.of(KEY, AES_KEK), List.of(OTHER_KEY, AES_KEK))) {
                var imported = new Desk(one)
                        .operator(
                                "key.import",
                                Map.of("name", "bank.kek", "algorithm", "aes", "components", new KeyComponents(lines)));
                assertThat(there.checkValue("bank.kek")).contains((String) Desk.part(imported, "checkValue"));
            }
            assertThat(new Desk(other).operator("key.remove", Map.of("name", "bank.kek")))
                    .isInstanceOf(Success.class);
            assertThat(one.get(NetworkKeys.class).checkValue("bank.kek")).isEmpty();
        }
    }

    private static void put(TestServer server, String name, KeyAlgorithm algorithm, String key) {
        var sealed = server.get(NetworkKeys.class).seal(name, algorithm, new KeyComponents(List.of(key)));
        assertThat(server.get(Transactions.class)
                        .<Boolean>write(connection -> NetworkKeyTable.write(connection, sealed)))
                .isTrue();
    }

    private static boolean remove(TestServer server, String name) {
        return server.get(Transactions.class).<Boolean>write(connection -> NetworkKeyTable.delete(connection, name));
    }

    private void sql(String statement) {
        server.get(Transactions.class).<Integer>write(connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate(statement);
            }
        });
    }

    private static byte[] wrapped(Wrapping wrapping, String key) {
        return wrapping.wrap(HEX.parseHex(wrapping == Wrapping.TDES_ECB ? TDES_KEK : AES_KEK), HEX.parseHex(key));
    }

    private static byte[] check(Wrapping wrapping, String key) {
        return wrapping.algorithm().checkValue(HEX.parseHex(key));
    }
}
