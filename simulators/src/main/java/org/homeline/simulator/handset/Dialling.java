package org.homeline.simulator.handset;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.prompt.Written;
import picocli.CommandLine.Option;

/** How a simulator finds the server that its phones dial: options. */
public class Dialling {
    private static final int HTTP_PORT = 80;
    private static final int CONNECT_WITHIN_MILLIS = 5_000;
    private static final String CALLBACK = "/gateways/africastalking/ussd";
    /** For those who never text: a port at which nobody is. */
    private static final URI NO_TWILIO = URI.create("http://127.0.0.1:9");

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = Written.Address.class,
            defaultValue = "http://127.0.0.1:8080",
            description = "where the server is, or its port (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private URI server;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:AFRICASTALKING_KEY:-}",
            description = "the key of the server's USSD callback (default: AFRICASTALKING_KEY)")
    @SuppressWarnings("NullAway.Init")
    private String key;

    @Option(
            names = "--service-code",
            paramLabel = "CODE",
            defaultValue = "*384*77#",
            description = "what is dialled (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String serviceCode;

    public URI server() {
        return server;
    }

    /**
     * Says on the command's error output where nobody listens at the server's address, so that nothing can be dialled.
     *
     * @return whether somebody does
     */
    public boolean answers(PrintWriter err) {
        int port = server.getPort() < 0 ? HTTP_PORT : server.getPort();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), port), CONNECT_WITHIN_MILLIS);
            return true;
        } catch (IOException nobody) {
            err.println("homeline: no server at " + server + ": start one, or say with --server where it is");
            err.flush();
            return false;
        }
    }

    public String serviceCode() {
        return serviceCode;
    }

    /** A network on which nobody texts. */
    public Carrier dialling() {
        return carrier(NO_TWILIO);
    }

    Carrier carrier(URI twilio) {
        var query = key.isEmpty() ? "" : "?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        return new Carrier(server.resolve(CALLBACK + query), twilio);
    }
}
