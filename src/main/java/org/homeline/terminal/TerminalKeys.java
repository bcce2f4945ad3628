package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeline.iso8583.Received;
import org.homeline.operation.Pin;
import org.homeline.phone.PhoneNumber;
import org.homeline.signing.KeyAlgorithm;
import org.homeline.signing.NetworkKeyException;
import org.homeline.signing.NetworkKeys;
import org.homeline.signing.TerminalKeyName;
import org.homeline.signing.WrappedKey;
import org.homeline.signing.Wrapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's keys by their names: {@code terminal-<ID>.master}, which the operator imports, and {@code .mac} and {@code
 * .pin}, which the terminal asks for under it. Those that it is sent are {@code .mac.next} and {@code .pin.next}, and take
 * the place of the others with the first message that comes under them: a terminal that never got its answer goes on under
 * the keys that it has.
 */
@Singleton
final class TerminalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalKeys.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** The least that a PIN block's account number has. */
    private static final int PAN_DIGITS = 13;

    private static final String MAC = "mac";
    private static final String PIN = "pin";
    private static final String NEXT = ".next";

    private final NetworkKeys keys;
    private final TerminalSettings settings;

    TerminalKeys(NetworkKeys keys, TerminalSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** Computes the terminal's message codes. */
    UnaryOperator<byte[]> code(String terminal) {
        return under(TerminalKeyName.of(terminal, MAC));
    }

    /** Computes those of a key exchange, which can't be under the keys that it brings. */
    UnaryOperator<byte[]> exchangeCode(String terminal) {
        return under(TerminalKeyName.master(terminal));
    }

    private UnaryOperator<byte[]> under(String key) {
        return covered -> keys.code(key, settings.mac(), covered);
    }

    /** Whether the message comes from the terminal. The first that comes under keys that it was sent makes them its keys. */
    boolean isAuthentic(String terminal, Received received) {
        var mac = TerminalKeyName.of(terminal, MAC);
        var pin = TerminalKeyName.of(terminal, PIN);
        if (isUnder(mac, received)) {
            return true;
        }
        keys.refresh(mac + NEXT);
        if (isUnder(mac + NEXT, received) && keys.rename(Map.of(mac + NEXT, mac, pin + NEXT, pin))) {
            LOG.info("terminal {} uses its new keys", terminal);
        }
        // Another message, perhaps at another node, may have been the first.
        keys.refresh(mac);
        keys.refresh(pin);
        return isUnder(mac, received);
    }

    private boolean isUnder(String key, Received received) {
        try {
            return received.isAuthentic(under(key));
        } catch (NetworkKeyException none) {
            LOG.debug("no message is authentic: {}", none.getMessage());
            return false;
        }
    }

    /**
     * Whether the terminal asks for keys, and nobody in its place.
     *
     * @throws NetworkKeyException where there is no master key, or not one of the right algorithm
     */
    boolean isAuthenticExchange(String terminal, Received received) {
        if (received.isAuthentic(exchangeCode(terminal))) {
            return true;
        }
        keys.refresh(TerminalKeyName.master(terminal));
        return received.isAuthentic(exchangeCode(terminal));
    }

    /** What the agent typed; empty where the block does not open to it. */
    Optional<Pin> openPin(String terminal, PhoneNumber agent, byte[] block) {
        try {
            return keys.openPin(TerminalKeyName.of(terminal, PIN), settings.pinBlock(), block, account(agent))
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
     * Working keys that the terminal has not used yet, under its master key: {@code MAC <key> <check value>;PIN <key> <check
     * value>} in hexadecimal. The same until it uses them, so that an exchange which somebody recorded and sends in again
     * takes none away.
     *
     * @throws NetworkKeyException where there is no master key, or not one of the right algorithm
     */
    String exchange(String terminal) {
        var wrapping = settings.mac().algorithm() == KeyAlgorithm.AES ? Wrapping.AES_KEY_WRAP : Wrapping.TDES_ECB;
        var fresh = keys.freshWorking(
                List.of(TerminalKeyName.of(terminal, MAC) + NEXT, TerminalKeyName.of(terminal, PIN) + NEXT),
                TerminalKeyName.master(terminal),
                wrapping);
        return "MAC " + written(fresh.getFirst()) + ";PIN " + written(fresh.getLast());
    }

    private static String written(WrappedKey key) {
        return HEX.formatHex(key.wrapped()) + " " + HEX.formatHex(key.checkValue());
    }
}
