package org.homeline.signing;

/**
 * A shared key as it lies in the database.
 *
 * @param sealed opens with the key store alone, and for this name and algorithm alone; another with each sealing
 */
public record SealedKey(NetworkKey key, byte[] sealed) {}
