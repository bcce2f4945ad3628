package org.homeline.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.homeline.signing.Digest;
import org.homeline.signing.Ed25519;
import org.homeline.signing.Keys;

/**
 * One commitment's share in its commit's signature: enough, with the commitment and the public key, to verify it.
 *
 * @param index the commitment's place in the batch, from 0
 * @param size how many commitments the batch has
 * @param path the inclusion path, hashes of 32 bytes one after another, nearest sibling first
 * @param keyName the name of the key that signed
 * @param signature Ed25519 over {@code "homeline batch v1\n" || root}
 */
public record BatchSignature(int index, int size, byte[] path, String keyName, byte[] signature) {
    private static final byte[] CONTEXT = "homeline batch v1\n".getBytes(StandardCharsets.US_ASCII);

    /** Signs a batch once; the answer has each commitment's share, in order. */
    public static List<BatchSignature> sign(Keys keys, List<byte[]> commitments) {
        var tree = new MerkleTree(commitments);
        var signature = keys.sign(message(tree.root()));
        var shares = new ArrayList<BatchSignature>(commitments.size());
        for (int i = 0; i < commitments.size(); i++) {
            var path = new ByteArrayOutputStream();
            tree.path(i).forEach(path::writeBytes);
            shares.add(new BatchSignature(i, commitments.size(), path.toByteArray(), keys.keyName(), signature));
        }
        return shares;
    }

    /** Whether the owner of the public key signed a batch that holds the commitment at this place. */
    public boolean verify(byte[] publicKey, byte[] commitment) {
        if (path.length % Digest.BYTES != 0) {
            return false;
        }
        var siblings = new ArrayList<byte[]>();
        for (int at = 0; at < path.length; at += Digest.BYTES) {
            siblings.add(java.util.Arrays.copyOfRange(path, at, at + Digest.BYTES));
        }
        try {
            return Ed25519.verify(publicKey, message(MerkleTree.rootOf(commitment, index, size, siblings)), signature);
        } catch (IllegalArgumentException wrongShape) {
            return false;
        }
    }

    private static byte[] message(byte[] root) {
        var message = new ByteArrayOutputStream(CONTEXT.length + root.length);
        message.writeBytes(CONTEXT);
        message.writeBytes(root);
        return message.toByteArray();
    }
}
