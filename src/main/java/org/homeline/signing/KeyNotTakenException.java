package org.homeline.signing;

/** A working key came that can't be the one that was sent; the key that was there before stays. */
public final class KeyNotTakenException extends NetworkKeyException {
    private KeyNotTakenException(String what, String kek) {
        super(what + ": compare the check values of '" + kek + "' with the partner");
    }

    static KeyNotTakenException broken(String name, String kek) {
        return new KeyNotTakenException(
                "what came as the working key '" + name + "' does not open to a key under '" + kek + "'", kek);
    }

    static KeyNotTakenException otherCheckValue(String name, String kek) {
        return new KeyNotTakenException(
                "the working key '" + name + "' opens under '" + kek + "' to one of another check value", kek);
    }
}
