package org.homeline.simulator.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A master key as custodians write it: a line of hexadecimal each, which make the key by exclusive or. */
public final class MasterKey {
    private MasterKey() {}

    /**
     * The same file as {@code ./homeline key import} takes.
     *
     * @throws IOException where it can't be read
     * @throws IllegalArgumentException where it holds no key of AES
     */
    public static byte[] read(Path file) throws IOException {
        byte[] key = {};
        for (var line : Files.readAllLines(file)) {
            var digits = line.replaceAll("\\s", "");
            if (digits.isEmpty()) {
                continue;
            }
            var component = HexFormat.of().parseHex(digits);
            if (key.length == 0) {
                key = component;
            } else if (key.length == component.length) {
                for (int i = 0; i < key.length; i++) {
                    key[i] ^= component[i];
                }
            } else {
                throw new IllegalArgumentException("the components in " + file + " differ in length");
            }
        }
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException(file + " holds no key of AES: 32, 48 or 64 hexadecimal digits a line");
        }
        return key;
    }
}
