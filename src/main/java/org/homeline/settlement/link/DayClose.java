package org.homeline.settlement.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.Lease;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.ledger.StaleRowException;
import org.homeline.operation.Actor;
import org.homeline.operation.Refused;
import org.homeline.settlement.Balance;
import org.homeline.settlement.DayTotals;
import org.homeline.settlement.Partner;
import org.homeline.settlement.SettlementDay;
import org.homeline.signing.NetworkKeyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a partner after the end of its business day what the day came to: by a reconciliation advice (0520), repeated (0521)
 * until it is answered. What follows from the answer is {@link Balance}'s.
 */
final class DayClose {
    private static final Logger LOG = LoggerFactory.getLogger(DayClose.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String APPROVED = "00";
    private static final String NOT_SIGNED_ON = "91";

    private final Partner partner;
    private final Link link;
    private final Desk desk;
    private final Executor threads;
    private final Runnable signedOff;
    private final Letters letters;
    private final MessageCodes codes;
    private Instant lookAt = Instant.EPOCH;
    private LocalDate today = LocalDate.EPOCH;

    /** @param signedOff called where the partner says that nobody signed on */
    DayClose(Partner partner, Link link, Desk desk, Executor threads, Runnable signedOff) {
        this.partner = partner;
        this.link = link;
        this.desk = desk;
        this.threads = threads;
        this.signedOff = signedOff;
        this.letters = new Letters(partner);
        this.codes = new MessageCodes(partner, desk.keys());
    }

    /** Begins to close what is over, and asks where it is time to. */
    void work(Lease lease) {
        var now = desk.clock().instant();
        var day = partner.cutOver().day(now);
        if (!now.isBefore(lookAt) || !day.equals(today)) {
            desk.days().begin(lease, partner, now);
            lookAt = now.plus(LOOK);
            today = day;
        }
        if (desk.days().isDue(partner, now)) {
            askDue(lease, now);
        }
    }

    private void askDue(Lease lease, Instant now) {
        try {
            var claimed = desk.days().claim(lease, partner, now);
            desk.durability().await();
            claimed.givenUp().forEach(this::unanswered);
            claimed.sent().forEach(one -> ask(lease, one));
        } catch (StaleRowException changed) {
            LOG.debug("link {}: {}, and is looked at again", partner.id(), changed.getMessage());
        }
    }

    private void unanswered(SettlementDay day) {
        desk.meters()
                .counter("homeline.settlement.unanswered", "partner", partner.id())
                .increment();
        LOG.warn(
                "link {}: {} is not closed: no answer that counts within {}. The bank is asked again in a day, or at once by"
                        + " ./homeline settlement close-day {} {}",
                partner.id(),
                described(day),
                partner.times().giveUp(),
                partner.id(),
                day.day());
    }

    private void ask(Lease lease, SettlementDay day) {
        var message = letters.reconciliation(day);
        try {
            var _ = link.ask(message, codes.pack(message), partner.times().answer())
                    .whenCompleteAsync(
                            (reply, failure) -> {
                                if (failure == null) {
                                    heard(lease, day, reply);
                                } else {
                                    LOG.error("link {}: {}", partner.id(), described(day), failure);
                                }
                            },
                            threads);
        } catch (NetworkKeyException noKey) {
            LOG.error("link {}: {} can't be closed: {}", partner.id(), described(day), noKey.getMessage());
        }
    }

    /** Whatever fails here leaves the day due again after its pause. */
    private void heard(Lease lease, SettlementDay day, Reply reply) {
        try {
            switch (reply) {
                case Reply.NotSent _ ->
                    desk.days().unsent(lease, day, desk.clock().instant().plus(SOON));
                case Reply.Silence(var why) -> LOG.info("link {}: {}: {}", partner.id(), described(day), why);
                case Reply.Answered(Received received) -> answered(day, received);
            }
        } catch (DurabilityLostException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.error("link {}: {} is looked at again later, after", partner.id(), described(day), failed);
        }
    }

    private void answered(SettlementDay day, Received received) {
        var message = received.message();
        var code = message.text(Letters.RESPONSE).orElse("");
        var verdict = message.text(Letters.SETTLEMENT_CODE).orElse("");
        boolean authentic = codes.isAuthentic(received);
        if (authentic && code.equals(NOT_SIGNED_ON)) {
            signedOff.run();
        }
        if (!authentic || !code.equals(APPROVED) || !verdict.matches("[12]")) {
            desk.meters()
                    .counter("homeline.link.rejected", "partner", partner.id())
                    .increment();
            LOG.warn("link {}: {}: no answer that counts: {}", partner.id(), described(day), received.description());
            return;
        }
        LOG.info("link {}: {}: {}", partner.id(), described(day), received.description());
        balance(day, verdict.equals("1"), theirs(message).orElse(null));
    }

    private void balance(SettlementDay day, boolean inBalance, @Nullable DayTotals theirs) {
        int stan = java.util.Objects.requireNonNull(day.stan());
        var outcome = desk.teller()
                .get()
                .perform(
                        Balance.NAME,
                        new Balance.Input(day.partner(), day.day(), day.currency(), stan, inBalance, theirs),
                        new Actor.Worker("link " + partner.id()),
                        "settlement:balance:%s:%s:%s:%d:%s"
                                .formatted(day.partner(), day.day(), day.currency(), stan, day.transmitted()),
                        null);
        switch (outcome) {
            case Refused refused ->
                LOG.error("link {}: {} could not be closed: {}", partner.id(), described(day), refused.reason());
            case Balance.Compared(var state)
            when state.equals(SettlementDay.DIFFERENT) ->
                LOG.warn(
                        "link {}: {} is DIFFERENT at the bank: here {}; there {}. Compare item by item: {}",
                        partner.id(),
                        described(day),
                        day.ours().said(day.currency()),
                        theirs == null ? "nothing was told" : theirs.said(day.currency()),
                        day.itemsCommand());
            default -> LOG.info("link {}: {}: {}", partner.id(), described(day), outcome);
        }
    }

    /** The partner's own totals; empty where it does not send them all. */
    private static Optional<DayTotals> theirs(Message message) {
        for (int i = 0; i < Letters.NUMBERS.size(); i++) {
            if (!message.has(Letters.NUMBERS.get(i)) || !message.has(Letters.AMOUNTS.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new DayTotals(sum(message, 0), sum(message, 1), sum(message, 2), sum(message, 3)));
    }

    private static DayTotals.Sum sum(Message message, int which) {
        return new DayTotals.Sum(
                Long.parseLong(message.text(Letters.NUMBERS.get(which)).orElseThrow()),
                Long.parseLong(message.text(Letters.AMOUNTS.get(which)).orElseThrow()));
    }

    private static String described(SettlementDay day) {
        return "business day %s in %s".formatted(day.day(), day.currency());
    }
}
