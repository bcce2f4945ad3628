package org.homeline;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorToken;
import org.homeline.fx.Rates;
import org.homeline.operation.Entrance;
import org.homeline.signing.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "run the server")
final class Serve implements Callable<Integer> {
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
    public Integer call() throws InterruptedException {
        var stop = new StopSignal();
        try (var folder = DataFolder.claim(place.data());
                var application = Application.start(folder, place, properties(port, insecure))) {
            var server = application.serve();
            folder.publish(new ServerFile(
                    server.getPort(),
                    ProcessHandle.current().pid(),
                    application.get(OperatorToken.class).value()));
            sayWhatIsOff(application, spec.commandLine().getErr());
            say(spec.commandLine().getOut(), "Homeline is ready: http://127.0.0.1:" + server.getPort());
            stop.await();
            ServerFile.forgetQuietly(place.data());
        } finally {
            stop.done();
        }
        return 0;
    }

    /** What the application is told about its server. */
    static Map<String, Object> properties(int port, boolean insecure) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        if (insecure) {
            properties.put("micronaut.server.host", "127.0.0.1");
            properties.put("homeline.insecure-gateways", true);
        }
        return properties;
    }

    private void sayWhatIsOff(Application application, PrintWriter err) {
        for (var entrance : application.all(Entrance.class)) {
            entrance.closed().ifPresent(why -> say(err, "The " + entrance.name() + " gateway is off: " + why + "."));
        }
        application.get(Rates.class).examples().forEach(problem -> say(err, "Rates are examples: " + problem + "."));
        if (insecure) {
            say(err, "Gateways are insecure: calls need no key and no signature. Only this machine is listened to.");
        }
        say(err, "Keys: " + application.get(Keys.class).description() + "; a hardware module would keep them safer.");
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
