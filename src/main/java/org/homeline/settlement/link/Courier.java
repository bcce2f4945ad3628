package org.homeline.settlement.link;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.Lease;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.iso8583.UnreadableMessageException;
import org.homeline.operation.Actor;
import org.homeline.operation.Refused;
import org.homeline.settlement.Conclude;
import org.homeline.settlement.Conclude.By;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.InstructionMessage;
import org.homeline.settlement.Partner;
import org.homeline.signing.NetworkKeyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a partner's due instructions, several at a time, and does what follows from each answer or silence. An answer that
 * does not authenticate, or speaks of another amount, is none.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** Issuer or switch inoperative: what a switch also says to whoever has not signed on. */
    private static final String NOT_SIGNED_ON = "91";

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Partner partner;
    private final Link link;
    private final Desk desk;
    private final Executor threads;
    private final Runnable signedOff;
    private final Runnable silence;
    private final Runnable room;
    private final Letters letters;
    private final MessageCodes codes;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Whether more may be due than there was room for. */
    private volatile boolean crowded;

    private Instant lookAtQueue = Instant.EPOCH;

    /**
     * @param signedOff called where the partner says that nobody signed on
     * @param silence called where no answer came although there is a connection
     * @param room called where an answer has made room for more that waits
     */
    Courier(
            Partner partner,
            Link link,
            Desk desk,
            Executor threads,
            Runnable signedOff,
            Runnable silence,
            Runnable room) {
        this.partner = partner;
        this.link = link;
        this.desk = desk;
        this.threads = threads;
        this.signedOff = signedOff;
        this.silence = silence;
        this.room = room;
        this.letters = new Letters(partner);
        this.codes = new MessageCodes(partner, desk.keys());
    }

    /** Takes up all that is due, page by page, as far as there is room. */
    void sendDue(Lease lease) {
        int free = partner.window() - underWay.get();
        while (free > 0 && link.isUp()) {
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

    /** What waits for a link that does not come back is declined: nothing of it was sent. */
    void giveUpQueued() {
        var now = desk.clock().instant();
        if (now.isBefore(lookAtQueue)) {
            return;
        }
        lookAtQueue = now.plus(SOON);
        var before = now.minus(partner.times().queue());
        desk.table()
                .queuedBefore(partner, before, partner.window())
                .forEach(instruction ->
                        conclude(instruction, By.NOT_SENT, Optional.empty(), "not sent: no link in time"));
    }

    private void take(Lease lease, Sending sending) {
        if (!desk.clock().instant().isBefore(lease.until())) {
            // Whoever owns the link by now takes it that this was sent, and may have reversed it.
            LOG.warn("link {}: not sent, because this node has slept past its lease", partner.id());
            return;
        }
        switch (sending) {
            case Sending.Out(var instruction) -> send(lease, instruction);
            case Sending.Over(var instruction) ->
                threads.execute(() -> conclude(instruction, By.DOUBT, Optional.empty(), "no answer in time"));
        }
    }

    private void send(Lease lease, Instruction instruction) {
        underWay.incrementAndGet();
        var message = message(instruction);
        Instant handed = desk.clock().instant();
        try {
            var _ = link.ask(message, codes.pack(message), partner.times().answer())
                    .whenCompleteAsync(
                            (reply, failure) -> {
                                leaveRoom();
                                count(instruction, reply);
                                if (failure == null) {
                                    heard(lease, instruction, reply);
                                } else {
                                    LOG.error("link {}: {}", partner.id(), instruction, failure);
                                }
                            },
                            threads);
        } catch (NetworkKeyException noKey) {
            leaveRoom();
            LOG.error("link {}: {} can't be sent: {}", partner.id(), instruction, noKey.getMessage());
            desk.table().unsent(lease, instruction, handed.plus(partner.times().retry()));
        }
    }

    private void leaveRoom() {
        underWay.decrementAndGet();
        if (crowded) {
            room.run();
        }
    }

    /** Whatever fails here leaves the instruction due again after a while, as if no answer had come. */
    private void heard(Lease lease, Instruction instruction, Reply reply) {
        try {
            var now = desk.clock().instant();
            switch (reply) {
                case Reply.NotSent(var why) -> {
                    LOG.debug("link {}: {} was not sent: {}", partner.id(), instruction, why);
                    desk.table().unsent(lease, instruction, now.plus(SOON));
                }
                case Reply.Silence(var why) -> {
                    LOG.info("link {}: {}: {}", partner.id(), instruction, why);
                    silent(lease, instruction, now);
                    silence.run();
                }
                case Reply.Answered(Received received) -> answered(lease, instruction, received, now);
            }
        } catch (DurabilityLostException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.error("link {}: {} is looked at again later, after", partner.id(), instruction, failed);
        }
    }

    /** A request that was not answered is reversed at once; an advice is repeated after its pause. */
    private void silent(Lease lease, Instruction instruction, Instant now) {
        if (instruction.state().equals(Instruction.SENT) && !Sending.isAdvice(partner, instruction)) {
            desk.table().again(lease, instruction, now);
        }
    }

    private void answered(Lease lease, Instruction instruction, Received received, Instant now) {
        var objection = objection(instruction, received);
        if (objection.isPresent()) {
            LOG.warn("link {}: {}: {}", partner.id(), instruction, objection.get());
            desk.meters()
                    .counter("homeline.link.rejected", "partner", partner.id())
                    .increment();
            silent(lease, instruction, now);
            return;
        }
        var code = received.message().text(Letters.RESPONSE).orElseThrow();
        if (code.equals(NOT_SIGNED_ON)) {
            signedOff.run();
        }
        if (instruction.state().equals(Instruction.REVERSING)) {
            var by = partner.reversalsDone().contains(code) ? By.REVERSAL : By.DOUBT;
            conclude(instruction, by, Optional.of(code), received.description());
            return;
        }
        switch (partner.meaning(code)) {
            case UNKNOWN -> silent(lease, instruction, now);
            case UNAVAILABLE -> unavailable(instruction, code, received);
            case APPROVED, NO_MONEY, NO_ACCOUNT, NOT_ALLOWED, LIMIT, REFUSED ->
                conclude(instruction, By.ANSWER, Optional.of(code), received.description());
        }
    }

    /** Nothing was done: an advice goes again after its pause, a request is declined. */
    private void unavailable(Instruction instruction, String code, Received received) {
        if (!Sending.isAdvice(partner, instruction)) {
            conclude(instruction, By.ANSWER, Optional.of(code), received.description());
        }
    }

    private void conclude(Instruction instruction, By by, Optional<String> code, String message) {
        var outcome = desk.teller()
                .get()
                .perform(
                        Conclude.NAME,
                        new Conclude.Input(instruction.id(), by, code.orElse(null), message),
                        new Actor.Worker("link " + partner.id()),
                        "settlement:%s:%s:%s".formatted(by, instruction.id(), instruction.tries()),
                        null);
        if (outcome instanceof Refused refused) {
            // Its due time brings it back.
            LOG.error("link {}: {} could not be concluded: {}", partner.id(), instruction, refused.reason());
        }
    }

    /** Why this is no answer to the instruction; empty where it is one. */
    private Optional<String> objection(Instruction instruction, Received received) {
        var message = received.message();
        if (!codes.isAuthentic(received)) {
            return Optional.of("an answer with a wrong code");
        }
        if (message.text(Letters.RESPONSE).isEmpty()) {
            return Optional.of("an answer without a response code");
        }
        var rrn = message.text(Letters.RRN).map(String::strip);
        if (rrn.isPresent() && !rrn.get().equals(instruction.rrn())) {
            return Optional.of("an answer with another retrieval reference number");
        }
        var amount = message.text(Letters.AMOUNT);
        if (amount.isPresent() && Long.parseLong(amount.get()) != instruction.minor()) {
            return Optional.of("an answer with another amount");
        }
        return Optional.empty();
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
        LOG.info("link {}: late: {}", partner.id(), received.description());
        desk.meters().counter("homeline.link.late", "partner", partner.id()).increment();
        var now = desk.clock().instant();
        received.message()
                .text(Letters.STAN)
                .flatMap(stan ->
                        desk.table().find(partner.id(), partner.cutOver().day(now), Integer.parseInt(stan)))
                .ifPresent(id -> desk.table().note(new InstructionMessage(id, now, false, received.description())));
    }

    void unreadable(UnreadableMessageException what) {
        desk.meters()
                .counter("homeline.link.unreadable", "partner", partner.id())
                .increment();
        LOG.warn("link {}: {}", partner.id(), what.getMessage());
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
