package org.homeline.simulator.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The least that can answer a form: the JDK's own HTTP server, what a server's start is held against. */
public final class BareServer {
    private static final byte[] ANSWER = "CON a form came".getBytes(StandardCharsets.US_ASCII);

    private BareServer() {}

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
        System.out.println("ready: http://127.0.0.1:" + server.getAddress().getPort());
    }
}
