package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.homeline.configuration.Problem;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/** The menus that are delivered, held against the operations that are. */
final class RealMenusTest {
    @Test
    void everyScreenFitsEveryOutcomeHasItsBranchAndEveryScreenIsReached() {
        try (var server = TestServer.onH2(Map.of())) {
            assertThat(server.get(MenuCheck.class).problems().stream()
                            .map(Problem::toString)
                            .collect(Collectors.joining("\n")))
                    .isEmpty();
        }
    }
}
