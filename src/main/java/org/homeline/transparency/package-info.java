/**
 * What makes a journal verifiable by anyone without showing it: commitments, the Merkle tree hash of RFC 9162 over a
 * commit's batch of them, and the signature over its root. The log that sequences all commitments into one tree will
 * stand here too; the formats below do not change for it.
 *
 * <p>Format, version 1. A journal's canonical bytes {@code J} (see {@link org.homeline.transparency.Canonical}) stay
 * private. Its public face is the commitment {@code C = SHA-256(salt || J)} with a salt of 32 random bytes. A leaf is
 * {@code SHA-256(0x00 || C)}, a node {@code SHA-256(0x01 || left || right)} (RFC 9162, section 2.1.1). A commit signs
 * {@code "homeline batch v1\n" || root} with Ed25519; each journal keeps its place in the batch and its inclusion path.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.transparency;
