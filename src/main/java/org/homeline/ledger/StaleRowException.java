package org.homeline.ledger;

/** A row was changed by somebody else since it was read: whoever decided on it decides again. */
public final class StaleRowException extends RuntimeException {
    public StaleRowException(String what) {
        super(what + " has changed since it was read", null, false, false);
    }

    /**
     * Checks the answer of a batch of {@code update ... where id = ? and version = ?}.
     *
     * @throws StaleRowException where a statement met no row
     */
    public static void unlessEach(int[] counts, String what) {
        for (int count : counts) {
            if (count == 0) {
                throw new StaleRowException(what);
            }
        }
    }
}
