package org.homeline.simulator.bank;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISORequestListener;
import org.jpos.iso.ISOSource;

/** Takes each request to the switch and the answer back, with the faults that befall them on the way. Close it. */
final class Exchange implements ISORequestListener, AutoCloseable {
    /** What a frame says to have more than it has. */
    private static final int TOO_LONG = 7;

    private static final String HELD = "   held back: ";
    private static final String NOT_SENT = "   not sent, the connection is gone: ";

    private final Switch host;
    private final Wire wire;
    private final RandomGenerator random;
    private final Consumer<String> view;
    private final Faults faults = new Faults();
    private final HeldAnswers held = new HeldAnswers();
    private final ScheduledExecutorService later = delays();
    private CountDownLatch healed = new CountDownLatch(1);

    Exchange(Switch host, Wire wire, RandomGenerator random, Consumer<String> view) {
        this.host = host;
        this.wire = wire;
        this.random = random;
        this.view = view;
    }

    private static ScheduledExecutorService delays() {
        var delays = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("bank-delays").daemon().factory());
        delays.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return delays;
    }

    void add(Collection<Fault> more) {
        faults.add(more);
    }

    List<Fault> waiting() {
        return faults.waiting();
    }

    /** No fault is to come any more, what stood still goes on, and what was held back goes out. */
    void heal() {
        faults.clear();
        CountDownLatch standing;
        synchronized (this) {
            standing = healed;
            healed = new CountDownLatch(1);
        }
        standing.countDown();
        held.all().forEach(answer -> write(answer.channel(), answer.answer()));
    }

    @Override
    public boolean process(ISOSource source, ISOMsg message) {
        var channel = (BankChannel) source;
        var request = (Received) message;
        view.accept("<- " + MessageLine.of(request) + (request.isReadable() ? "" : " (unreadable)"));
        if (!request.isAnswerable()) {
            return true;
        }
        var fault = faults.next(request.messageType());
        fault.ifPresent(befalls -> view.accept("!! " + befalls.times(1)));
        if (fault.isEmpty() || isTaken(channel, fault.get().kind())) {
            var answer = fault.filter(befalls -> befalls.kind() == Fault.Kind.DECLINE)
                    .map(declined -> host.decline(channel, request, declined.code()))
                    .orElseGet(() -> host.answer(channel, request));
            if (fault.isPresent()) {
                send(channel, answer, fault.get());
            } else {
                send(channel, answer);
            }
        }
        return true;
    }

    /** What happens before the switch sees a request, and whether it sees it. */
    private boolean isTaken(BankChannel channel, Fault.Kind kind) {
        return switch (kind) {
            case DROP_REQUEST -> false;
            case LOST_SIGN_ON -> {
                host.signOff();
                yield true;
            }
            case HALF_OPEN -> stall(channel);
            case DROP_ANSWER, DELAY, DUPLICATE, REORDER, AFTER_REVERSAL, RESET, WRONG_LENGTH, GARBAGE, DECLINE -> true;
        };
    }

    private boolean stall(BankChannel channel) {
        CountDownLatch until;
        synchronized (this) {
            until = healed;
        }
        try {
            channel.stall(until);
            return true;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send(BankChannel channel, ISOMsg answer, Fault fault) {
        switch (fault.kind()) {
            case DROP_ANSWER -> {}
            case DELAY -> later(fault.delay(), () -> send(channel, answer));
            case DUPLICATE -> {
                send(channel, answer);
                send(channel, answer);
            }
            case REORDER -> {
                held.untilNext(channel, answer);
                view.accept(HELD + MessageLine.of(answer));
            }
            case AFTER_REVERSAL -> {
                held.untilReversed(channel, answer);
                view.accept(HELD + MessageLine.of(answer));
            }
            case RESET, WRONG_LENGTH, GARBAGE -> sendBroken(channel, answer, fault.kind());
            case DROP_REQUEST, HALF_OPEN, LOST_SIGN_ON, DECLINE -> send(channel, answer);
        }
    }

    private void later(Duration delay, Runnable sending) {
        try {
            // What goes wrong with sending is shown where it is sent.
            var _ = later.schedule(sending, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            view.accept("   not sent: the bank closes");
        }
    }

    /** And behind it those that waited for it; they go out over the connection that is in use now. */
    private void send(BankChannel channel, ISOMsg answer) {
        if (channel.isStalled()) {
            held.untilHealed(channel, answer);
            return;
        }
        var behind = held.behind(answer);
        write(channel, answer);
        behind.forEach(late -> write(channel, late.answer()));
    }

    private void write(BankChannel channel, ISOMsg answer) {
        try {
            channel.send(answer);
            view.accept("-> " + MessageLine.of(answer));
        } catch (IOException | ISOException gone) {
            view.accept(NOT_SENT + MessageLine.of(answer));
        }
    }

    private void sendBroken(BankChannel channel, ISOMsg answer, Fault.Kind kind) {
        try {
            answer.setPackager(channel.getPackager());
            var packed = answer.pack();
            var frame = wire.frame(packed);
            if (kind == Fault.Kind.WRONG_LENGTH) {
                frame = wire.frame(packed, wire.header().length + packed.length + TOO_LONG);
            } else if (kind == Fault.Kind.GARBAGE) {
                random.nextBytes(packed);
                frame = wire.frame(packed);
            } else {
                frame = Arrays.copyOf(frame, frame.length / 2);
            }
            channel.send(frame);
            if (kind == Fault.Kind.RESET) {
                channel.reset();
            }
        } catch (IOException | ISOException gone) {
            view.accept(NOT_SENT + MessageLine.of(answer));
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        heal();
    }
}
