package org.homeline.simulator.twilio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The simulator's front: phones text through it, listen to it, and ask it for trouble. Thread-safe. Close it. */
public final class TwilioSimulator implements AutoCloseable {
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Duration REPORTS_END_WITHIN = Duration.ofSeconds(2);
    private static final int SID_BYTES = 16;

    private final Account account;
    private final Clock clock;
    private final RandomGenerator random;
    private final Mailbox mailbox = new Mailbox();
    private final Webhooks webhooks;
    private final MessageResource resource;
    private final HttpServer server;
    private final ExecutorService carrier =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("carrier").factory());
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<Sms>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI webhook;
    private volatile boolean reporting = true;

    private TwilioSimulator(Account account, HttpServer server, Clock clock, RandomGenerator random) {
        this.account = account;
        this.clock = clock;
        this.random = random;
        this.server = server;
        this.webhooks = new Webhooks(account.token());
        this.resource = new MessageResource(account, mailbox, new MessageResource.Sorting() {
            @Override
            public Sms make(String from, String to, String body, Optional<URI> callback) {
                return new Sms(sid(), from, to, body, clock.instant(), callback);
            }

            @Override
            public void take(Sms sms) {
                TwilioSimulator.this.take(sms);
            }
        });
    }

    /**
     * Starts one on loopback.
     *
     * @param port 0 for any that is free
     */
    public static TwilioSimulator start(Account account, int port, Clock clock, RandomGenerator random) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var simulator = new TwilioSimulator(account, server, clock, random);
            server.setExecutor(simulator.requests);
            server.createContext("/", simulator.resource);
            server.createContext(
                    PhoneResource.PATH, new PhoneResource(simulator::text, simulator.mailbox, simulator.sid()));
            server.start();
            return simulator;
        } catch (BindException taken) {
            throw new UncheckedIOException(new BindException("port " + port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the server needs as {@code TWILIO_API_BASE}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where texts are posted to. */
    public void webhook(URI url) {
        webhook = url;
    }

    /** Whatever is signed for a URL that begins with the one is posted to the other, as if a proxy stood between. */
    public void route(URI publicPrefix, URI localPrefix) {
        webhooks.route(publicPrefix, localPrefix);
    }

    /** Hears of each message at the moment when its phone gets it, in order for each phone. */
    public void onMessage(Consumer<Sms> listener) {
        listeners.add(listener);
    }

    /** All messages taken for a phone, oldest first. */
    public List<Sms> messages(String phone) {
        return mailbox.to(phone);
    }

    /** A phone texts; answers when the application has. */
    public Reply text(String from, String body) {
        return text(sid(), from, body, Map.of());
    }

    /**
     * A phone texts.
     *
     * @param sid the same again for a repeated webhook
     * @param more further parameters, such as OptOutType
     * @throws UncheckedIOException where the application does not answer
     */
    public Reply text(String sid, String from, String body, Map<String, String> more) {
        var url = webhook;
        if (url == null) {
            throw new IllegalStateException("no webhook is set");
        }
        keyword(from, body);
        var form = form(sid);
        form.putAll(Map.of("From", from, "To", account.number(), "Body", body));
        form.putAll(Map.of("NumMedia", "0", "NumSegments", "1", "SmsSid", sid, "SmsStatus", "received"));
        form.putAll(more);
        return webhooks.post(url, form);
    }

    /** A name for a message of a phone's. */
    public String sid() {
        var bytes = new byte[SID_BYTES];
        random.nextBytes(bytes);
        return "SM" + HexFormat.of().formatHex(bytes);
    }

    /** The next requests to send meet these, one each. */
    public void inject(Fault... faults) {
        List.of(faults).forEach(resource::inject);
    }

    /** Requests to send to the phone are refused with this error, as 21211 or 21614. */
    public void refuse(String phone, int code) {
        mailbox.refuse(phone, code);
    }

    /** The phone has opted out without the application having heard of it. */
    public void optOut(String phone) {
        mailbox.optOut(phone, true);
    }

    /** Messages to the phone are taken and fail on their way with this error, as 30003. */
    public void undeliverable(String phone, int code) {
        mailbox.undeliverable(phone, code);
    }

    /** Whether progress is reported by itself; else only {@link #report} does. */
    public void reporting(boolean by) {
        reporting = by;
    }

    /**
     * Reports a message's progress to its status callback.
     *
     * @param errorCode 0 for none
     */
    public void report(Sms sms, String status, int errorCode) {
        mailbox.status(sms, status);
        sms.callback().ifPresent(callback -> {
            var form = form(sms.sid());
            form.putAll(Map.of("From", sms.from(), "To", sms.to(), "MessageStatus", status, "SmsStatus", status));
            if (errorCode != 0) {
                form.put("ErrorCode", String.valueOf(errorCode));
            }
            webhooks.post(callback, form);
        });
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        carrier.shutdown();
        try {
            carrier.awaitTermination(REPORTS_END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        carrier.shutdownNow();
        webhooks.close();
    }

    private void take(Sms sms) {
        mailbox.take(sms);
        try {
            carrier.execute(() -> deliver(sms));
        } catch (RejectedExecutionException closed) {
            mailbox.status(sms, "canceled");
        }
    }

    private void deliver(Sms sms) {
        int error = mailbox.deliveryError(sms.to());
        if (error == 0) {
            listeners.forEach(listener -> listener.accept(sms));
        }
        if (reporting) {
            try {
                report(sms, "sent", 0);
                report(sms, error == 0 ? "delivered" : "undelivered", error);
            } catch (UncheckedIOException applicationGone) {
                mailbox.status(sms, error == 0 ? "delivered" : "undelivered");
            }
        }
    }

    /** What Twilio does by itself before it tells the application. */
    private void keyword(String from, String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            mailbox.optOut(from, true);
            say(
                    from,
                    "You have successfully been unsubscribed. You will not receive any more messages from this number."
                            + " Reply START to resubscribe.");
        } else if (START.contains(word)) {
            mailbox.optOut(from, false);
            say(
                    from,
                    "You have successfully been re-subscribed to messages from this number. Reply STOP to unsubscribe.");
        }
    }

    private void say(String to, String body) {
        take(new Sms(sid(), account.number(), to, body, clock.instant(), Optional.empty()));
    }

    private SortedMap<String, String> form(String sid) {
        return new TreeMap<>(Map.of("MessageSid", sid, "AccountSid", account.sid(), "ApiVersion", "2010-04-01"));
    }
}
