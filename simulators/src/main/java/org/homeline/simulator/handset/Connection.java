package org.homeline.simulator.handset;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.homeline.simulator.phone.Carrier;
import picocli.CommandLine.Option;

/** How a simulator in the terminal finds the server and the simulated Twilio: the options that they share. */
public final class Connection {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "where the server is (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private URI server;

    @Option(
            names = "--twilio",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8085",
            description = "where the simulated Twilio is, or its port (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String twilio;

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

    public String serviceCode() {
        return serviceCode;
    }

    public Carrier carrier() {
        var query = key.isEmpty() ? "" : "?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        var base = twilio.matches("\\d+") ? "http://127.0.0.1:" + twilio : twilio;
        return new Carrier(server.resolve("/gateways/africastalking/ussd" + query), URI.create(base));
    }
}
