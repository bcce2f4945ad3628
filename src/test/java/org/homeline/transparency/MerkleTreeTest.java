package org.homeline.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** RFC 9162, section 2.1, with the test vectors that certificate transparency's implementations share. */
final class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    private static final List<byte[]> LEAVES = List.of(
            HEX.parseHex(""),
            HEX.parseHex("00"),
            HEX.parseHex("10"),
            HEX.parseHex("2021"),
            HEX.parseHex("3031"),
            HEX.parseHex("40414243"),
            HEX.parseHex("5051525354555657"),
            HEX.parseHex("606162636465666768696a6b6c6d6e6f"));

    private static final String ROOTS = """
            6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
            76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
            ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
            """;

    private static final String PATH_OF_FIRST_OF_EIGHT = """
            96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7
            5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
            6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
            """;

    @Test
    void rootsAreThoseOfTheVectors() {
        var roots = new ArrayList<String>();
        for (int size = 1; size <= LEAVES.size(); size++) {
            roots.add(HEX.formatHex(new MerkleTree(LEAVES.subList(0, size)).root()));
        }
        assertThat(roots).containsExactlyElementsOf(ROOTS.lines().toList());
    }

    @Test
    void aPathIsThatOfTheVector() {
        assertThat(new MerkleTree(LEAVES).path(0).stream().map(HEX::formatHex))
                .containsExactlyElementsOf(PATH_OF_FIRST_OF_EIGHT.lines().toList());
    }

    @Test
    void pathsAreThoseOfTheDefinitionAndLeadToTheRoot() {
        for (int size = 1; size <= 33; size++) {
            var leaves = IntStream.range(0, size)
                    .mapToObj(number -> new byte[] {(byte) number})
                    .toList();
            for (int index = 0; index < size; index++) {
                var path = new MerkleTree(leaves).path(index);
                assertThat(hex(path)).as("%d of %d", index, size).isEqualTo(hex(definedPath(index, leaves)));
                assertThat(MerkleTree.rootOf(leaves.get(index), index, size, path))
                        .isEqualTo(definedRoot(leaves));
            }
        }
    }

    @Test
    void anythingElseLeadsElsewhere() {
        var tree = new MerkleTree(LEAVES.subList(0, 7));
        var path = tree.path(4);
        assertThat(MerkleTree.rootOf(LEAVES.get(4), 4, 7, path)).isEqualTo(tree.root());
        assertThat(MerkleTree.rootOf(LEAVES.get(5), 4, 7, path)).isNotEqualTo(tree.root());
        assertThat(MerkleTree.rootOf(LEAVES.get(4), 5, 7, path)).isNotEqualTo(tree.root());
        assertThat(MerkleTree.rootOf(LEAVES.get(4), 4, 7, path.reversed())).isNotEqualTo(tree.root());
        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(4), 7, 7, path)).hasMessageContaining("no entry");
        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(4), -1, 7, path)).hasMessageContaining("no entry");
        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(4), 4, 7, path.subList(1, path.size())))
                .hasMessageContaining("too short");
        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(4), 4, 4 + 1, List.of(path.get(0), path.get(1))))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> new MerkleTree(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** The RFC's recursive definition of MTH, word for word. */
    private static byte[] definedRoot(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return sha256(new byte[] {0}, leaves.getFirst());
        }
        int k = powerBelow(n);
        return sha256(new byte[] {1}, definedRoot(leaves.subList(0, k)), definedRoot(leaves.subList(k, n)));
    }

    /** The RFC's recursive definition of PATH. */
    private static List<byte[]> definedPath(int m, List<byte[]> leaves) {
        int n = leaves.size();
        var path = new ArrayList<byte[]>();
        if (n > 1) {
            int k = powerBelow(n);
            boolean left = m < k;
            path.addAll(left ? definedPath(m, leaves.subList(0, k)) : definedPath(m - k, leaves.subList(k, n)));
            path.add(definedRoot(left ? leaves.subList(k, n) : leaves.subList(0, k)));
        }
        return path;
    }

    private static int powerBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
