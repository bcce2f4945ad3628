package org.homeline.transparency;

import java.util.ArrayList;
import java.util.List;
import org.homeline.signing.Digest;

/** The Merkle tree hash and inclusion proofs of RFC 9162, section 2.1. */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /**
     * The leaves, then level by level what pairs of neighbours hash to; a last one without a neighbour stands on the next
     * level as it is. That is the RFC's recursive split, each node of it hashed once.
     */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /** @param entries at least one; each is hashed as a leaf */
    public MerkleTree(List<byte[]> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one entry");
        }
        levels.add(entries.stream().map(MerkleTree::leaf).toList());
        while (levels.getLast().size() > 1) {
            levels.add(above(levels.getLast()));
        }
    }

    public byte[] root() {
        return levels.getLast().getFirst();
    }

    /** The inclusion path of the entry at the index, nearest sibling first (section 2.1.3.1). */
    public List<byte[]> path(int index) {
        var path = new ArrayList<byte[]>();
        int place = index;
        for (var level : levels) {
            int sibling = place ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            place >>= 1;
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

    private static List<byte[]> above(List<byte[]> level) {
        var above = new ArrayList<byte[]>((level.size() + 1) / 2);
        for (int left = 0; left < level.size(); left += 2) {
            above.add(left + 1 < level.size() ? node(level.get(left), level.get(left + 1)) : level.get(left));
        }
        return above;
    }

    private static byte[] leaf(byte[] entry) {
        return Digest.sha256(LEAF, entry);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Digest.sha256(NODE, left, right);
    }
}
