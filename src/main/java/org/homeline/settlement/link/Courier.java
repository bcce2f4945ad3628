package org.homeline.settlement.link;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.Lease;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.InstructionMessage;
import org.homeline.settlement.Partner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a partner's due instructions, several at a time, and hands on what comes of each. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Partner partner;
    private final Link link;
    private final Desk desk;
    private final Executor threads;
    private final Finding finding;
    private final Letters letters;
    private final MessageCodes codes;
    private final Verdicts verdicts;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Whether more may be due than there was room for. */
    private volatile boolean crowded;

    /**
     * What it finds out about the link.
     *
     * @param signedOff the partner says that nobody signed on
     * @param silence no answer came although there is a connection
     * @param room an answer has made room for more that waits
     */
    record Finding(Runnable signedOff, Runnable silence, Runnable room) {}

    Courier(Partner partner, Link link, Desk desk, Executor threads, Finding finding) {
        this.partner = partner;
        this.link = link;
        this.desk = desk;
        this.threads = threads;
        this.finding = finding;
        this.letters = new Letters(partner);
        this.codes = new MessageCodes(partner, desk.keys());
        this.verdicts = new Verdicts(partner, desk, codes, finding.signedOff());
    }

    /** Takes up all that is due, page by page, as far as there is room and as long as the lease surely lasts. */
    void sendDue(Lease lease) {
        int free = partner.window() - underWay.get();
        while (free > 0 && link.isUp() && lasts(lease)) {
            var claimed = desk.table().claim(lease, partner, desk.clock().instant(), free, this::describe);
            crowded = claimed.size() == free;
            if (claimed.isEmpty()) {
                return;
            }
            desk.durability().await();
            claimed.forEach(sending -> take(lease, sending));
            free = crowded ? partner.window() - underWay.get() : 0;
        }
    }

    private boolean lasts(Lease lease) {
        return desk.clock().instant().plus(SOON).isBefore(lease.until());
    }

    private void take(Lease lease, Sending sending) {
        switch (sending) {
            case Sending.Out(var instruction)
            when desk.clock().instant().isBefore(lease.until()) -> send(lease, instruction);
            case Sending.Out(var instruction) -> {
                // Where the link is another node's by now, that one goes on as if it had been sent, and this changes
                // nothing.
                LOG.warn("link {}: {} is not sent: this node has slept past its lease", partner.id(), instruction);
                desk.table().unsent(lease, instruction, desk.clock().instant());
            }
            case Sending.Over(var instruction, var why) -> threads.execute(() -> verdicts.doubt(instruction, why));
        }
    }

    private void send(Lease lease, Instruction instruction) {
        var handed = desk.clock().instant();
        underWay.incrementAndGet();
        try {
            var message = message(instruction);
            var _ = link.ask(message, codes.pack(message), partner.times().answer())
                    .whenCompleteAsync((reply, failure) -> hear(lease, instruction, reply, failure), threads);
        } catch (RuntimeException unwritten) {
            leaveRoom();
            LOG.error("link {}: {} can't be sent: {}", partner.id(), instruction, unwritten.getMessage());
            desk.table().unsent(lease, instruction, handed.plus(partner.times().retry()));
        }
    }

    private void leaveRoom() {
        underWay.decrementAndGet();
        if (crowded) {
            finding.room().run();
        }
    }

    /** Whatever fails here leaves the instruction due again after a while, as if no answer had come. */
    private void hear(Lease lease, Instruction instruction, @Nullable Reply reply, @Nullable Throwable failure) {
        leaveRoom();
        count(instruction, reply);
        if (reply == null) {
            LOG.error("link {}: {}", partner.id(), instruction, failure);
            return;
        }
        try {
            switch (reply) {
                case Reply.NotSent(var why) -> {
                    LOG.debug("link {}: {} was not sent: {}", partner.id(), instruction, why);
                    desk.table()
                            .unsent(lease, instruction, desk.clock().instant().plus(SOON));
                }
                case Reply.Silence(var why) -> {
                    LOG.info("link {}: {}: {}", partner.id(), instruction, why);
                    verdicts.silent(lease, instruction);
                    finding.silence().run();
                }
                case Reply.Answered(Received received) -> verdicts.answered(lease, instruction, received);
            }
        } catch (DurabilityLostException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.error("link {}: {} is looked at again later, after", partner.id(), instruction, failed);
        }
    }

    private Message message(Instruction instruction) {
        var details = desk.instructions().details(instruction);
        return instruction.state().equals(Instruction.REVERSING)
                ? letters.reversal(instruction, details)
                : letters.first(instruction, details);
    }

    private String describe(Instruction instruction) {
        return partner.dialect().describe(message(instruction));
    }

    /** An answer that nobody waits for any more: kept for the operator, and nothing follows from it. */
    void late(Received received) {
        desk.meters().counter("homeline.link.late", "partner", partner.id()).increment();
        if (!codes.isAuthentic(received)) {
            LOG.warn("link {}: late, with a wrong code: {}", partner.id(), received.description());
            return;
        }
        LOG.info("link {}: late: {}", partner.id(), received.description());
        var now = desk.clock().instant();
        received.message()
                .text(Letters.STAN)
                .flatMap(stan ->
                        desk.table().find(partner.id(), partner.cutOver().day(now), Integer.parseInt(stan)))
                .ifPresent(id -> desk.table().note(new InstructionMessage(id, now, false, received.description())));
    }

    void unreadable(String what) {
        desk.meters()
                .counter("homeline.link.unreadable", "partner", partner.id())
                .increment();
        LOG.warn("link {}: what came can't be read: {}", partner.id(), what);
    }

    private void count(Instruction instruction, @Nullable Reply reply) {
        desk.meters()
                .counter(
                        "homeline.link.messages",
                        Tags.of("partner", partner.id(), "state", instruction.state())
                                .and(
                                        "reply",
                                        reply == null
                                                ? "failed"
                                                : reply.getClass().getSimpleName()))
                .increment();
    }
}
