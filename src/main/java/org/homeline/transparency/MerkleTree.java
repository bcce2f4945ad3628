package org.homeline.transparency;

import java.util.ArrayList;
import java.util.List;
import org.homeline.signing.Digest;

/** The Merkle tree hash and inclusion proofs of RFC 9162, section 2.1. */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> leaves;

    /** @param entries at least one; each is hashed as a leaf */
    public MerkleTree(List<byte[]> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one entry");
        }
        this.leaves = entries.stream().map(MerkleTree::leaf).toList();
    }

    public byte[] root() {
        return root(0, leaves.size());
    }

    /** The inclusion path of the entry at the index, nearest sibling first (section 2.1.3.1). */
    public List<byte[]> path(int index) {
        var path = new ArrayList<byte[]>();
        int from = 0;
        int to = leaves.size();
        while (to - from > 1) {
            int split = from + largestPowerOfTwoBelow(to - from);
            if (index < split) {
                path.addFirst(root(split, to));
                to = split;
            } else {
                path.addFirst(root(from, split));
                from = split;
            }
        }
        return path;
    }

    /** The root that an entry at this index of a tree of this size has with this path (section 2.1.3.2). */
    public static byte[] rootOf(byte[] entry, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry %d in a tree of %d".formatted(index, size));
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf(entry);
        for (var sibling : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return hash;
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + largestPowerOfTwoBelow(to - from);
        return node(root(from, split), root(split, to));
    }

    private static int largestPowerOfTwoBelow(int count) {
        return Integer.highestOneBit(count - 1);
    }

    private static byte[] leaf(byte[] entry) {
        return Digest.sha256(LEAF, entry);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Digest.sha256(NODE, left, right);
    }
}
