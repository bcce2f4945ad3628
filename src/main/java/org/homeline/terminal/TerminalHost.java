package org.homeline.terminal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.homeline.configuration.ConfigurationException;
import org.homeline.iso8583.Host;
import org.homeline.iso8583.Tls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for terminals for as long as there is a server, where {@code terminals.yaml} says so. */
@Singleton
public final class TerminalHost implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalHost.class);
    private static final String PASSWORD = "HOMELINE_TERMINAL_TLS_PASSWORD";

    private final TerminalSettings settings;
    private final TerminalDesk desk;
    private final String tlsPassword;
    private @Nullable Host host;

    TerminalHost(
            TerminalSettings settings,
            TerminalDesk desk,
            MeterRegistry meters,
            @Value("${homeline.terminal-tls-password:}") String tlsPassword) {
        this.settings = settings;
        this.desk = desk;
        this.tlsPassword = tlsPassword;
        Gauge.builder("homeline.terminal.connections", this, TerminalHost::connections)
                .description("Terminals that are connected")
                .register(meters);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        start();
    }

    /**
     * Listens from now on, unless it is off or listens already.
     *
     * @throws ConfigurationException where the address can't be had, or the key store for TLS does not open
     */
    public synchronized void start() {
        if (host != null || settings.listen().isEmpty()) {
            return;
        }
        var listen = settings.listen().get();
        var tls = settings.keyStore().map(this::tls);
        try {
            host = Host.open(
                    new Host.Settings(
                            "terminals",
                            settings.dialect(),
                            settings.framing(),
                            listen.address(),
                            listen.port(),
                            settings.idle(),
                            settings.mostConnections(),
                            tls),
                    desk);
        } catch (IOException taken) {
            throw settings.wrong("listen", "can't be had: " + taken.getMessage());
        }
        LOG.info("terminals are listened to at {}", state());
    }

    /**
     * Looks at what {@link #start} needs, without listening.
     *
     * @throws ConfigurationException where the key store for TLS does not open
     */
    public void check() {
        if (settings.listen().isPresent()) {
            settings.keyStore().ifPresent(this::tls);
        }
    }

    private Tls tls(TerminalSettings.KeyStore keyStore) {
        var file = keyStore.file();
        if (Files.notExists(file)) {
            throw keyStore.wrong(file + " is not there");
        }
        if (tlsPassword.isEmpty()) {
            throw keyStore.wrong("set " + PASSWORD + " to the password of " + file);
        }
        try {
            return Tls.read(file, tlsPassword.toCharArray());
        } catch (IOException closed) {
            throw keyStore.wrong(file + " does not open with the password in " + PASSWORD + ": " + closed.getMessage());
        }
    }

    /** The port that it listens on; empty where it does not. */
    public synchronized Optional<Integer> port() {
        return Optional.ofNullable(host).map(Host::port);
    }

    synchronized int connections() {
        return host == null ? 0 : host.connections();
    }

    /** Where it listens, in words. */
    public synchronized String state() {
        return settings.listen()
                .flatMap(listen -> Optional.ofNullable(host)
                        .map(open -> listen.address().getHostAddress() + " port " + open.port()
                                + (settings.keyStore().isPresent() ? " (TLS)" : "")))
                .orElse("off");
    }

    @PreDestroy
    synchronized void close() {
        if (host != null) {
            host.close();
            host = null;
        }
    }
}
