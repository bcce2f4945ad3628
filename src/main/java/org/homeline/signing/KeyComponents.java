package org.homeline.signing;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A key as its custodians bring it: components in hexadecimal, combined by exclusive or, so that each custodian alone knows
 * nothing (dual control, split knowledge: PCI PIN, requirement 6). On its way to being sealed: never in a row, a log or an
 * error.
 */
public final class KeyComponents {
    private static final HexFormat HEX = HexFormat.of();
    private static final String MASK = "****";

    private final List<String> lines;

    /** @param lines one for each component, as they were written */
    public KeyComponents(List<String> lines) {
        this.lines = lines.stream()
                .map(line -> line.replaceAll("\\s", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public int count() {
        return lines.size();
    }

    /** Why they can't make a key of this algorithm, in words that hold none of them; empty where they can. */
    public Optional<String> objection(KeyAlgorithm algorithm) {
        if (lines.isEmpty()) {
            return Optional.of("it is empty: it has a line for each component");
        }
        if (!areAlike() || !algorithm.hasLength(lines.getFirst().length() / 2)) {
            return Optional.of("each line is a component of the same length: "
                    + switch (algorithm) {
                        case AES -> "32, 48 or 64 hexadecimal digits for aes";
                        case TDES -> "32 or 48 hexadecimal digits for tdes";
                    });
        }
        var key = combined();
        if (isNothing(key)) {
            return Optional.of("the components cancel each other out: is one in it twice?");
        }
        return algorithm.isWeak(key)
                ? Optional.of("two parts of the key are the same, which leaves single DES")
                : Optional.empty();
    }

    /** The key; only where nobody objects. */
    byte[] combined() {
        var key = HEX.parseHex(lines.getFirst());
        for (var line : lines.subList(1, lines.size())) {
            var component = HEX.parseHex(line);
            for (int i = 0; i < key.length; i++) {
                key[i] ^= component[i];
            }
            Arrays.fill(component, (byte) 0);
        }
        return key;
    }

    private boolean areAlike() {
        return lines.stream()
                .allMatch(line -> line.length() == lines.getFirst().length()
                        && line.length() % 2 == 0
                        && line.chars().allMatch(HexFormat::isHexDigit));
    }

    private static boolean isNothing(byte[] key) {
        int any = 0;
        for (byte part : key) {
            any |= part;
        }
        return any == 0;
    }

    /**
     * What is written of them: a mask, with the check value that the key would have with AES (as which every length can
     * be taken), so that a command which comes again with another key is not taken for the first.
     */
    String masked() {
        return objection(KeyAlgorithm.AES).isPresent()
                ? MASK
                : MASK + " " + KeyAlgorithm.AES.shownCheckValue(combined());
    }

    /** Says nothing, also in a log. */
    @Override
    public String toString() {
        return MASK;
    }
}
