package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Were the search blind, whoever finds nothing with it would prove nothing. */
final class SecretTest {
    private static final Secret PIN = Secret.of("PIN", "739154");
    private static final Secret KEY = Secret.of("key", "a key/with+signs&more");

    @Test
    void whatStandsThereIsFoundInEveryForm() {
        assertThat(PIN.in("text=1*MAMA*739154&phone="))
                .hasValueSatisfying(found -> assertThat(found).contains("PIN as it is"));
        assertThat(PIN.in("text=1%2AMAMA%2A739154")).isPresent();
        assertThat(PIN.in("text=1%2aMAMA%2a739154")).isPresent();
        assertThat(PIN.in("739154")).isPresent();
        assertThat(PIN.in("pin=7391540 then pin=739154.")).isPresent();
        for (var around : new String[] {"", "x", "xy", "xyz"}) {
            for (var secret : new Secret[] {PIN, KEY}) {
                var bytes = (around + new String(secret.bytes(), StandardCharsets.UTF_8) + around)
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(secret.in("[" + Base64.getEncoder().encodeToString(bytes) + "]"))
                        .isPresent();
                assertThat(secret.in("[" + Base64.getUrlEncoder().encodeToString(bytes) + "]"))
                        .isPresent();
                assertThat(secret.in("X'" + HexFormat.of().formatHex(bytes) + "'"))
                        .isPresent();
                assertThat(secret.in("X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'"))
                        .isPresent();
            }
        }
        assertThat(KEY.in("?key=a+key%2Fwith%2Bsigns%26more")).isPresent();
    }

    @Test
    void chanceIsNotALeak() {
        assertThat(PIN.in("17391542 73915 2026-03-01T10:00:00.739154Z 0a739154 739154ff"))
                .isEmpty();
    }
}
