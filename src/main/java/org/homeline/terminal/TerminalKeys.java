package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeline.iso8583.Received;
import org.homeline.operation.Pin;
import org.homeline.phone.PhoneNumber;
import org.homeline.signing.KeyAlgorithm;
import org.homeline.signing.NetworkKeyException;
import org.homeline.signing.NetworkKeys;
import org.homeline.signing.WrappedKey;
import org.homeline.signing.Wrapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's three keys by their names: {@code terminal-<ID>.master}, which the operator imports, and {@code .mac} and {@code
 * .pin}, which are made anew whenever the terminal asks.
 */
@Singleton
final class TerminalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalKeys.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** The least that a PIN block's account number has. */
    private static final int PAN_DIGITS = 13;

    private final NetworkKeys keys;
    private final TerminalSettings settings;

    TerminalKeys(NetworkKeys keys, TerminalSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    private static String name(String terminal, String use) {
        return "terminal-" + terminal + "." + use;
    }

    /** Computes the terminal's message codes. */
    UnaryOperator<byte[]> code(String terminal) {
        return covered -> keys.code(name(terminal, "mac"), settings.mac(), covered);
    }

    /** Whether the message comes from the terminal. Where it seems not to, another node may have just given it a new key. */
    boolean isAuthentic(String terminal, Received received) {
        try {
            if (received.isAuthentic(code(terminal))) {
                return true;
            }
            keys.refresh(name(terminal, "mac"));
            return received.isAuthentic(code(terminal));
        } catch (NetworkKeyException none) {
            LOG.info("terminal {}: {}", terminal, none.getMessage());
            return false;
        }
    }

    /** What the agent typed; empty where the block does not open to it. */
    Optional<Pin> openPin(String terminal, PhoneNumber agent, byte[] block) {
        try {
            return keys.openPin(name(terminal, "pin"), settings.pinBlock(), block, account(agent))
                    .map(TerminalKeys::pin);
        } catch (NetworkKeyException none) {
            LOG.warn("terminal {}: {}", terminal, none.getMessage());
            return Optional.empty();
        }
    }

    private static Pin pin(byte[] digits) {
        try {
            return new Pin(new String(digits, StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    /** What binds a PIN block to the agent, who has no card: the digits of the number, with zeros before up to thirteen. */
    private static String account(PhoneNumber agent) {
        var digits = agent.e164().substring(1);
        return "0".repeat(Math.max(0, PAN_DIGITS - digits.length())) + digits;
    }

    /**
     * New working keys in place of those before, under the terminal's master key: {@code MAC <key> <check value>;PIN <key>
     * <check value>} in hexadecimal.
     *
     * @throws NetworkKeyException where there is no master key, or not one of the right algorithm
     */
    String exchange(String terminal) {
        var wrapping = settings.mac().algorithm() == KeyAlgorithm.AES ? Wrapping.AES_KEY_WRAP : Wrapping.TDES_ECB;
        var master = name(terminal, "master");
        return "MAC " + written(keys.freshWorking(name(terminal, "mac"), master, wrapping)) + ";PIN "
                + written(keys.freshWorking(name(terminal, "pin"), master, wrapping));
    }

    private static String written(WrappedKey key) {
        return HEX.formatHex(key.wrapped()) + " " + HEX.formatHex(key.checkValue());
    }
}
