package org.homeline.signing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Homeline does with the keys that it shares with banks, switches and terminals, each by its name. No key ever leaves
 * an implementation in clear, so that one can be a hardware module, which keeps its keys outside itself sealed under one of
 * its own as the software store does. Thread-safe; not to be called inside a database transaction.
 *
 * <p>Another node's change of a key, and an operator's, is seen within seconds. Who can't wait that long (a message does
 * not authenticate: perhaps its sender was given a new key by another node) calls {@link #refresh} and tries once more.
 *
 * <p>Where a name has no key, every method but {@link #checkValue}, {@link #rename} and {@link #refresh} throws {@link UnknownKeyException};
 * where its key is of another algorithm than what is asked of it, {@link UnfitKeyException}.
 */
public interface NetworkKeys {
    /** The code that authenticates the message ({@link MessageCode#BYTES} bytes). */
    byte[] code(String key, MessageCode algorithm, byte[] message);

    /** Whether the code is that of the message; compared in constant time, false also where its length is wrong. */
    boolean verify(String key, MessageCode algorithm, byte[] message, byte[] code);

    /**
     * The PIN in a block, as ASCII digits that the caller wipes; empty where the block was made under another key, for
     * another account number, or is none.
     *
     * @param pan the account number with its check digit
     * @throws IllegalArgumentException where it has not 13 to 19 digits
     */
    Optional<byte[]> openPin(String key, PinBlock format, byte[] block, String pan);

    /**
     * Takes what custodians brought; writes nothing: the answer is to be committed with {@link NetworkKeyTable#write}.
     *
     * @throws IllegalArgumentException where it can't be called so, or {@link KeyComponents#objection} has one
     */
    SealedKey seal(String name, KeyAlgorithm algorithm, KeyComponents components);

    /**
     * Takes a working key that a partner sent, in place of any other of that name; durable when this returns.
     *
     * @param kek the name of the key-encrypting key
     * @param checkValue the first three bytes of a block of zeros under the new key
     * @throws KeyNotTakenException where it does not open, is no key, or has another check value; then nothing has changed
     */
    void importWorking(String name, String kek, Wrapping wrapping, byte[] wrapped, byte[] checkValue);

    /**
     * Makes new working keys, as long as AES allows for their key-encrypting key and of double length for triple DES, in
     * place of any others of those names, all of them or none; durable when this returns, so that they can be given out.
     *
     * <p>Keys that a former call made are given out again for as long as they are called so and their key-encrypting key is
     * no newer: whoever asks twice, or twice at once, is left with the same ones. {@link #rename} ends that.
     *
     * @param kek the name of the key-encrypting key
     * @return in the order of the names
     */
    List<WrappedKey> freshWorking(List<String> names, String kek, Wrapping wrapping);

    /**
     * Calls keys otherwise from now on, in place of any others of their new names; durable when this returns.
     *
     * @param names the new ones by those before
     * @return false where there is no key of one of the names, and nothing has changed
     */
    boolean rename(Map<String, String> names);

    /** Six hexadecimal digits that may be shown, as they are in the database now; empty where there is no such key. */
    Optional<String> checkValue(String name);

    /** All keys by name. */
    List<NetworkKey> list();

    /** Forgets what was kept of the key in memory, so that it is as in the database now. */
    void refresh(String name);

    /** Where the keys are, for {@code /health}: a software store says that it is one. */
    String description();
}
