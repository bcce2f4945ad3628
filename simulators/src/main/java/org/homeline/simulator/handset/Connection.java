package org.homeline.simulator.handset;

import java.net.URI;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.prompt.Written;
import picocli.CommandLine.Option;

/** How a simulator in the terminal finds the server and the simulated Twilio: the options that they share. */
public final class Connection extends Dialling {
    @Option(
            names = "--twilio",
            paramLabel = "URL",
            converter = Written.Address.class,
            defaultValue = "http://127.0.0.1:8085",
            description = "where the simulated Twilio is, or its port (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private URI twilio;

    public Carrier carrier() {
        return carrier(twilio);
    }
}
