package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.homeline.operation.Success;
import org.homeline.operation.Teller;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

final class OperatorVerbTest {
    /** Else the command could only fail, or its exit status would say nothing. */
    @Test
    void everyCommandHasOneOutcomeThatIsSuccess() {
        try (var server = TestServer.onH2(Map.of())) {
            var teller = server.get(Teller.class);
            var operations = Stream.concat(
                    OperatorVerb.ALL.stream().map(OperatorVerb::operation), Stream.of("remittance.checkCorridors"));
            assertThat(operations.distinct()).allSatisfy(name -> {
                var outcomes = teller.find(name).orElseThrow().outcomes().getPermittedSubclasses();
                assertThat(Arrays.stream(outcomes).filter(Success.class::isAssignableFrom))
                        .hasSize(1);
            });
        }
    }
}
