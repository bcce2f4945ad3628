package org.homeline.simulator.terminal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jpos.iso.ISOClientSocketFactory;

/** Which certificates a terminal takes a host's for: those of one file and no other, where they name the host's address. */
public final class Trust implements ISOClientSocketFactory {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    private final SSLSocketFactory sockets;

    private Trust(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Reads a file of certificates as text (PEM).
     *
     * @throws IOException where it can't be read
     * @throws IllegalArgumentException where it holds no certificate
     */
    public static Trust read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("host " + trusted.size(), certificate);
            }
            if (trusted.size() == 0) {
                throw new IllegalArgumentException(file + " holds no certificate");
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new Trust(context.getSocketFactory());
        } catch (CertificateException none) {
            throw new IllegalArgumentException(file + " holds no certificate: " + none.getMessage(), none);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Connected, and with a host that is trusted. */
    @Override
    public Socket createSocket(String host, int port) throws IOException {
        int millis = Math.toIntExact(CONNECTED_WITHIN.toMillis());
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            var secured = (SSLSocket) sockets.createSocket(plain, host, port, true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            secured.setSoTimeout(0);
            return secured;
        } catch (IOException refused) {
            plain.close();
            throw refused;
        }
    }
}
