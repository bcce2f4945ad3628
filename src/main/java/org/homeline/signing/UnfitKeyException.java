package org.homeline.signing;

/** A shared key is there, and is of another algorithm or length than what it is asked for. */
public final class UnfitKeyException extends NetworkKeyException {
    UnfitKeyException(String name, KeyAlgorithm is, String wanted) {
        super("the key '" + name + "' is one of " + is.word() + ", and " + wanted
                + ": import the right one, or name the other algorithm where the key is named");
    }
}
