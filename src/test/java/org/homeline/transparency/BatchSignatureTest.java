package org.homeline.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeline.signing.Digest;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchSignatureTest {
    private static final List<byte[]> COMMITMENTS = IntStream.range(0, 7)
            .mapToObj(i -> Digest.sha256(new byte[] {(byte) i}))
            .toList();

    @TempDir
    private static Path folder;

    private static Keys keys;
    private static Keys others;

    @BeforeAll
    static void makeKeys() {
        keys = new KeyStoreFile(folder.resolve("ours"), Map.of()).open();
        others = new KeyStoreFile(folder.resolve("theirs"), Map.of()).open();
    }

    @Test
    void everyShareVerifiesItsCommitment() {
        for (int size = 1; size <= COMMITMENTS.size(); size++) {
            var batch = COMMITMENTS.subList(0, size);
            var shares = BatchSignature.sign(keys, batch);
            for (int i = 0; i < size; i++) {
                assertThat(shares.get(i).verify(keys.publicKey(), batch.get(i))).isTrue();
                assertThat(shares.get(i).keyName()).isEqualTo(keys.keyName());
            }
        }
    }

    @Test
    void noShareVerifiesAnotherCommitment() {
        var shares = BatchSignature.sign(keys, COMMITMENTS);
        assertThat(shares.get(0).verify(keys.publicKey(), COMMITMENTS.get(1))).isFalse();
        assertThat(shares.get(0).verify(keys.publicKey(), Digest.sha256(new byte[] {99})))
                .isFalse();
    }

    @Test
    void noOtherKeyVerifies() {
        var share = BatchSignature.sign(keys, COMMITMENTS).getFirst();
        assertThat(share.verify(others.publicKey(), COMMITMENTS.getFirst())).isFalse();
        assertThat(share.verify(new byte[32], COMMITMENTS.getFirst())).isFalse();
        assertThat(share.verify(new byte[3], COMMITMENTS.getFirst())).isFalse();
    }

    @Test
    void noBitOfAShareMayChange() {
        var share = BatchSignature.sign(keys, COMMITMENTS).get(2);
        assertThat(verifies(share)).isTrue();
        for (int bit = 0; bit < share.path().length * 8; bit += 5) {
            assertThat(verifies(with(share, 2, 7, flipped(share.path(), bit), share.signature())))
                    .isFalse();
        }
        for (int bit = 0; bit < share.signature().length * 8; bit += 5) {
            assertThat(verifies(with(share, 2, 7, share.path(), flipped(share.signature(), bit))))
                    .isFalse();
        }
        assertThat(verifies(with(share, 3, 7, share.path(), share.signature()))).isFalse();
        assertThat(verifies(with(share, 2, 2, share.path(), share.signature()))).isFalse();
        assertThat(verifies(with(share, -1, 7, share.path(), share.signature())))
                .isFalse();
        assertThat(verifies(with(share, 2, 7, new byte[31], share.signature()))).isFalse();
        assertThat(verifies(with(share, 2, 7, new byte[0], share.signature()))).isFalse();
        assertThat(verifies(with(share, 2, 7, share.path(), new byte[0]))).isFalse();
    }

    /** An inner node of the tree must not pass as a commitment: leaves and nodes are hashed apart. */
    @Test
    void aNodeIsNoCommitment() {
        var two = COMMITMENTS.subList(0, 2);
        var root = new MerkleTree(two).root();
        var signature = BatchSignature.sign(keys, two).getFirst().signature();
        assertThat(new BatchSignature(0, 1, new byte[0], keys.keyName(), signature).verify(keys.publicKey(), root))
                .isFalse();
    }

    private static boolean verifies(BatchSignature share) {
        return share.verify(keys.publicKey(), COMMITMENTS.get(2));
    }

    private static BatchSignature with(BatchSignature share, int index, int size, byte[] path, byte[] signature) {
        return new BatchSignature(index, size, path, share.keyName(), signature);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        var changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
