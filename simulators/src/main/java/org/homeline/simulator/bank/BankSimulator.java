package org.homeline.simulator.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOServer;
import org.jspecify.annotations.Nullable;

/** The simulator's front: its address, its books, and trouble on request. Thread-safe. Close it. */
public final class BankSimulator implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket socket;
    private final ISOServer server;
    private final Issuer issuer;
    private final Switch host;
    private final Exchange exchange;
    private final Fields fields;
    private final Optional<Path> folder;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable LocalDate> lastAsked = new AtomicReference<>();

    private BankSimulator(BankSettings settings, ServerSocket socket, Clock clock)
            throws IOException, ConfigurationException {
        this.socket = socket;
        this.folder = settings.items();
        this.fields = new Fields(clock);
        // Random, unlike its younger kin, is for many threads at once.
        RandomGenerator random =
                settings.seed().isPresent() ? new Random(settings.seed().getAsLong()) : new SecureRandom();
        this.issuer = new Issuer(new BankLedger(settings.accounts(), fields.today()), random);
        var security = new Security(settings.wire(), settings.keys(), random);
        this.host = new Switch(issuer, security, fields, this::endOfDay);
        this.exchange = new Exchange(host, settings.wire(), random, this::tell);
        exchange.add(settings.faults());
        this.server = new ISOServer(socket.getLocalPort(), new BankChannel(settings.wire()), MOST_CONNECTIONS);
        server.setSocketFactory(port -> socket);
        var sessions = new SimpleConfiguration();
        sessions.put("virtual-threads", "true");
        server.setConfiguration(sessions);
        server.addISORequestListener(exchange);
    }

    /**
     * Starts one on loopback.
     *
     * @param clock whose zone is the bank's
     * @throws UncheckedIOException where the port is taken
     */
    public static BankSimulator start(BankSettings settings, Clock clock) {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
                var bank = new BankSimulator(settings, socket, clock);
                Thread.ofPlatform().name("bank-" + bank.port()).daemon().start(bank.server);
                return bank;
            } catch (IOException | ConfigurationException | RuntimeException failed) {
                socket.close();
                throw failed;
            }
        } catch (BindException taken) {
            throw new UncheckedIOException(new BindException("port " + settings.port()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ConfigurationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** On which it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Hears of each message, fault and file in one line, as it happens. */
    public void onLine(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** These are to come, behind those that are waiting. */
    public void fault(Fault... more) {
        exchange.add(List.of(more));
    }

    /** Those that are still to come. */
    public List<Fault> faults() {
        return exchange.waiting();
    }

    /** No fault is to come any more, what stood still goes on, and what was held back goes out. */
    public void heal() {
        exchange.heal();
    }

    /** Forgets every sign-on. */
    public void signOff() {
        host.signOff();
    }

    /** As they stand. */
    public List<BankAccount> accounts() {
        return issuer.accounts();
    }

    /** What the holder of an account sees, oldest first; empty for an unknown one. */
    public List<StatementLine> statement(String account) {
        return issuer.statement(account);
    }

    /** What the bank owes Homeline, in minor units; below zero what Homeline owes. */
    public long position(Currency currency) {
        return issuer.position(currency);
    }

    /** What a business day has come to so far. */
    public Totals totals(LocalDate day, Currency currency) {
        return issuer.totals(day, currency);
    }

    /** What was booked or reversed on a business day. */
    public List<Item> items(LocalDate day) {
        return issuer.items(day);
    }

    /**
     * Undoes what was booked long before, of the bank's own accord, and answers with what was undone, in words.
     *
     * @param which its retrieval reference number; or an account's number, for the newest there
     * @throws IllegalArgumentException where nothing of that is booked
     */
    public String sendBack(String which) {
        var back = issuer.sendBack(which, openDay());
        return "sent back: the " + back.kind().name().toLowerCase(Locale.ROOT) + " of "
                + back.reference().day();
    }

    /** The first that Homeline has not asked the totals of. */
    private LocalDate openDay() {
        var asked = lastAsked.get();
        var newest = businessDay();
        return asked == null || newest.isAfter(asked) ? newest : asked.plusDays(1);
    }

    /** Homeline's present business day with the bank, as far as messages have told it; else today, where the bank is. */
    public LocalDate businessDay() {
        return issuer.newestDay().orElseGet(fields::today);
    }

    /** Writes a business day's item file into a folder. */
    public Path writeItems(Path into, LocalDate day) {
        return ItemFile.write(into, day, issuer.items(day));
    }

    /**
     * Answers what somebody at the bank's desk types, such as {@code statement 4412345678} or {@code drop-answer 0200}.
     *
     * @throws IllegalArgumentException with how it is written
     */
    public String ask(String typed) {
        return new Enquiries(this, folder.orElse(Path.of(""))).answer(typed);
    }

    /** A second time does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            exchange.close();
            server.shutdown();
        }
    }

    private void endOfDay(LocalDate day) {
        lastAsked.accumulateAndGet(day, (before, now) -> before == null || now.isAfter(before) ? now : before);
        folder.ifPresent(into -> tell("   " + writeItems(into, day)));
    }

    private void tell(String line) {
        listeners.forEach(listener -> listener.accept(line));
    }
}
