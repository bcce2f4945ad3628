package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for loopback that signs itself, made by the JDK's keytool as an operator would.
 *
 * @param keyStore PKCS#12, with the key
 * @param certificate alone, as text (PEM)
 */
public record TestCertificate(Path keyStore, Path certificate) {
    public static final String PASSWORD = "secret123";

    private static final String ALIAS = "host";

    /** @param name of the two files in the folder, without their ends */
    public static TestCertificate make(Path folder, String name) throws Exception {
        var keyStore = folder.resolve(name + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        var certificate =
                KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()).getCertificate(ALIAS);
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new TestCertificate(keyStore, Files.writeString(folder.resolve(name + ".pem"), pem));
    }
}
