package org.homeline.simulator.handset;

import java.net.URI;
import org.homeline.simulator.phone.Carrier;
import picocli.CommandLine.Option;

/** How a simulator in the terminal finds the server and the simulated Twilio: the options that they share. */
public final class Connection extends Dialling {
    @Option(
            names = "--twilio",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8085",
            description = "where the simulated Twilio is, or its port (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String twilio;

    public Carrier carrier() {
        return carrier(URI.create(twilio.matches("\\d+") ? "http://127.0.0.1:" + twilio : twilio));
    }
}
