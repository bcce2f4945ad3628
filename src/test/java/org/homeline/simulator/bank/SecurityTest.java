package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes on messages and new keys for them, over the wire. */
final class SecurityTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CODE_KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");
    private static final byte[] ENCRYPTING_KEY = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    private static final String ACCOUNT = "0123456789";

    static Stream<Arguments> wiresAndSchemes() {
        return Stream.of(Wire.values())
                .flatMap(wire -> Stream.of(KeyScheme.values()).map(scheme -> Arguments.of(wire, scheme)));
    }

    @ParameterizedTest
    @MethodSource("wiresAndSchemes")
    void onlyWhatHasTheRightCodeIsDone(Wire wire, KeyScheme scheme) throws Exception {
        UnaryOperator<byte[]> right = covered -> scheme.shortCode(CODE_KEY, covered);
        UnaryOperator<byte[]> wrong = covered -> scheme.shortCode(ENCRYPTING_KEY, covered);
        try (var bank = start(wire, scheme);
                var client = Client.signedOn(wire, bank)) {
            var debit = Client.debit("000001", ACCOUNT, 100);
            for (var refused : List.of(debit, client.sealed(debit, wrong))) {
                var answer = client.ask(refused);
                assertThat(answer.getMTI() + answer.getString(39)).isEqualTo("021063");
                assertIsSealed(client, answer, right);
            }
            assertThat(bank.statement(ACCOUNT)).hasSize(1);
            var answer = client.ask(client.sealed(debit, right));
            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(answer.getMaxField()).isEqualTo(64);
            assertIsSealed(client, answer, right);
            assertThat(bank.statement(ACCOUNT)).hasSize(2);
            assertIsSealed(client, client.ask(client.sealed(Client.network("301"), right)), right);
            assertThat(client.code(client.sealed(Client.network("301"), wrong))).isEqualTo("63");
        }
    }

    @ParameterizedTest
    @MethodSource("wiresAndSchemes")
    void aNewKeyHoldsForWhatFollows(Wire wire, KeyScheme scheme) throws Exception {
        UnaryOperator<byte[]> before = covered -> scheme.shortCode(CODE_KEY, covered);
        try (var bank = start(wire, scheme);
                var client = Client.signedOn(wire, bank)) {
            var exchanged = client.ask(client.sealed(Client.network("101"), before));
            assertIsSealed(client, exchanged, before);
            var sides = exchanged.getString(48).split("/");
            var key = unwrapped(scheme, HEX.parseHex(sides[0]));
            assertThat(HEX.withUpperCase().formatHex(scheme.checkValue(key))).isEqualTo(sides[1]);
            UnaryOperator<byte[]> now = covered -> scheme.shortCode(key, covered);
            // On its way when the key changed.
            assertThat(client.code(client.sealed(Client.debit("000001", ACCOUNT, 100), before)))
                    .isEqualTo("00");
            var answer = client.ask(client.sealed(Client.debit("000002", ACCOUNT, 100), now));
            assertThat(answer.getString(39)).isEqualTo("00");
            assertIsSealed(client, answer, now);
            assertThat(client.code(client.sealed(Client.debit("000003", ACCOUNT, 100), before)))
                    .isEqualTo("63");
        }
    }

    @Test
    void withoutAKeyForKeysThereIsNoneToExchange() throws Exception {
        try (var bank = BankSimulator.start(BankSettings.of(Wire.ASCII), BankSimulatorTest.CLOCK);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var answer = client.ask(Client.network("101"));
            assertThat(answer.getString(39)).isEqualTo("57");
            assertThat(answer.hasField(48)).isFalse();
        }
    }

    @Test
    void noLineShowsAKeyOrACode() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        var secrets = new ArrayList<String>();
        try (var bank = start(Wire.ASCII, KeyScheme.AES);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            bank.onLine(lines::add);
            secrets.add(client.ask(Client.network("101")).getString(48));
            secrets.add(HEX.formatHex(
                    client.ask(Client.debit("000001", ACCOUNT, 100)).getBytes(64)));
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines)
                .noneMatch(line -> secrets.stream()
                        .anyMatch(secret -> line.toUpperCase(Locale.ROOT)
                                .contains(secret.substring(0, 12).toUpperCase(Locale.ROOT))));
    }

    private static void assertIsSealed(Client client, ISOMsg answer, UnaryOperator<byte[]> code) throws Exception {
        assertThat(answer.getBytes(answer.getMaxField()))
                .isEqualTo(Arrays.copyOf(code.apply(client.covered(answer)), 8));
    }

    /** As the other side does it, in the JDK's own words. */
    private static byte[] unwrapped(KeyScheme scheme, byte[] wrapped) throws Exception {
        return switch (scheme) {
            case AES -> {
                var cipher = Cipher.getInstance("AESWrap");
                cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(ENCRYPTING_KEY, "AES"));
                yield cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
            }
            case TRIPLE_DES -> {
                var key = ISOUtil.concat(ENCRYPTING_KEY, Arrays.copyOf(ENCRYPTING_KEY, 8));
                yield decipheredEachByItself(new SecretKeySpec(key, "DESede"), wrapped);
            }
        };
    }

    @SuppressWarnings("InsecureCryptoUsage") // What the standard of old partners says.
    private static byte[] decipheredEachByItself(SecretKeySpec key, byte[] wrapped) throws Exception {
        var cipher = Cipher.getInstance("DESede/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(wrapped);
    }

    private static BankSimulator start(Wire wire, KeyScheme scheme) {
        var keys = new BankKeys(scheme, Optional.of(CODE_KEY), Optional.of(ENCRYPTING_KEY));
        return BankSimulator.start(
                BankSettings.of(wire)
                        .withAccounts(BankAccount.of(ACCOUNT, "Wanjiku", "KES", 500_000))
                        .withKeys(keys)
                        .withSeed(8583),
                BankSimulatorTest.CLOCK);
    }
}
