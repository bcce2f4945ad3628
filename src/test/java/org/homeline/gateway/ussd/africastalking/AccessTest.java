package org.homeline.gateway.ussd.africastalking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeline.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"everywhere", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::1/x", "localhost", "10.0.0.0/8/8"})
    void whatIsNoRangeOfAddressesIsNamedWithItsVariable(String written) {
        assertThatThrownBy(() -> new Access("key", "127.0.0.1, " + written, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AFRICASTALKING_ALLOW: '" + written + "'");
    }
}
