package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.homeline.api.OperatorToken;
import org.homeline.fx.Rates;
import org.homeline.operation.Entrance;
import org.homeline.settlement.MissingKeys;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.link.FormerPartners;
import org.homeline.signing.Keys;
import org.homeline.terminal.TerminalHost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "run the server", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    private static final String LOOPBACK = "127.0.0.1";

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the port (8080); 0 takes a free one")
    private int port;

    @Option(
            names = "--insecure-gateways",
            description = "for trying things out: take calls without a key or a signature, from this machine only")
    private boolean insecure;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is from 0 to " + HIGHEST_PORT);
        }
        var stop = new StopSignal();
        try (var folder = claim();
                var application = Application.start(folder, place, properties(port, insecure))) {
            var server = application.serve();
            folder.publish(new ServerFile(
                    server.getPort(),
                    ProcessHandle.current().pid(),
                    application.get(OperatorToken.class).value()));
            folder.looseness().ifPresent(loose -> say(spec.commandLine().getErr(), loose));
            notices(application, insecure)
                    .forEach(line -> say(spec.commandLine().getErr(), line));
            say(spec.commandLine().getOut(), "Homeline is ready: http://127.0.0.1:" + server.getPort());
            stop.await();
            ServerFile.forgetQuietly(place.data());
        } finally {
            stop.done();
        }
        return 0;
    }

    /** The data folder, once it is known that the port is free: a start that comes to nothing shall make nothing. */
    private DataFolder claim() throws IOException {
        var folder = DataFolder.claim(place.data());
        try {
            requireFree(port, insecure);
        } catch (IOException taken) {
            folder.close();
            throw taken;
        }
        return folder;
    }

    private static void requireFree(int port, boolean insecure) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(
                    insecure
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                            : new InetSocketAddress(port));
        } catch (BindException taken) {
            throw new BindException("port " + port);
        }
    }

    /** What the application is told about its server. */
    static Map<String, Object> properties(int port, boolean insecure) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        if (insecure) {
            properties.put("micronaut.server.host", LOOPBACK);
            properties.put("homeline.insecure-gateways", true);
        }
        return properties;
    }

    /** What an operator has to know of a server that has just started, in lines. */
    static List<String> notices(Application application, boolean insecure) {
        var lines = new ArrayList<String>();
        for (var entrance : application.all(Entrance.class)) {
            entrance.closed().ifPresent(why -> lines.add("The " + entrance.name() + " gateway is off: " + why + "."));
        }
        var terminals = application.get(TerminalHost.class);
        terminals.port().ifPresent(port -> lines.add("Terminals are listened to at " + terminals.state() + "."));
        application.get(Rates.class).examples().forEach(problem -> lines.add("Rates are examples: " + problem + "."));
        application.get(MissingKeys.class).all().forEach(key -> lines.add("WRONG: " + key.mend() + "."));
        application.get(FormerPartners.class).all().forEach(former -> lines.add("WRONG: " + former.mend() + "."));
        var open = application.get(Partners.class).all().stream()
                .filter(partner ->
                        partner.address().isPresent() && partner.codes().isEmpty())
                .map(Partner::id)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            lines.add("Messages to and from " + open
                    + " are not authenticated (codes in iso8583/partners): only test banks may do so.");
        }
        if (insecure) {
            lines.add("Gateways are insecure: calls need no key and no signature. Only this machine is listened to.");
        }
        lines.add("Keys: " + application.get(Keys.class).description() + "; a hardware module would keep them safer.");
        return lines;
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
