package org.homeline.signing;

/**
 * A working key on its way to a partner or terminal.
 *
 * @param wrapped under the key-encrypting key
 * @param checkValue three bytes, no secret
 */
public record WrappedKey(byte[] wrapped, byte[] checkValue) {}
