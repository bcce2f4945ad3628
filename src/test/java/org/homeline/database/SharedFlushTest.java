package org.homeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SharedFlushTest {
    @Test
    void aFailedFlushEndsTheNodeAndIsNeverTriedAgain() {
        var ended = new ArrayList<DurabilityLostException>();
        var flushes = new AtomicInteger();
        var flush = new SharedFlush(
                () -> {
                    if (flushes.incrementAndGet() == 2) {
                        throw new IllegalStateException("the disk is gone");
                    }
                },
                ended::add);
        flush.await();
        assertThat(ended).isEmpty();
        assertThatThrownBy(flush::await).isInstanceOf(DurabilityLostException.class);
        assertThatThrownBy(flush::await).isInstanceOf(DurabilityLostException.class);
        assertThat(ended).hasSize(1);
        assertThat(flushes).hasValue(2);
    }
}
