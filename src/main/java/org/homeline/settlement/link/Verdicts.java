package org.homeline.settlement.link;

import java.util.Optional;
import org.homeline.database.Lease;
import org.homeline.iso8583.Received;
import org.homeline.settlement.Conclude.By;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from a partner's answer to an instruction, or from its silence. An answer that does not authenticate, or speaks
 * of another amount, is none.
 */
final class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    /** Issuer or switch inoperative: what a switch also says to whoever has not signed on. */
    private static final String NOT_SIGNED_ON = "91";

    private final Partner partner;
    private final Desk desk;
    private final MessageCodes codes;
    private final Runnable signedOff;

    /** @param signedOff called where the partner says that nobody signed on */
    Verdicts(Partner partner, Desk desk, MessageCodes codes, Runnable signedOff) {
        this.partner = partner;
        this.desk = desk;
        this.codes = codes;
        this.signedOff = signedOff;
    }

    /** A request that was not answered is reversed at once; an advice is repeated after its pause. */
    void silent(Lease lease, Instruction instruction) {
        if (instruction.state().equals(Instruction.SENT) && !Sending.isAdvice(partner, instruction)) {
            desk.table().again(lease, instruction, desk.clock().instant());
        }
    }

    /** Only the operator can tell. */
    void doubt(Instruction instruction, String why) {
        desk.concluding().conclude(instruction, By.DOUBT, Optional.empty(), why);
    }

    void answered(Lease lease, Instruction instruction, Received received) {
        var objection = objection(instruction, received);
        if (objection.isPresent()) {
            LOG.warn("link {}: {}: {}", partner.id(), instruction, objection.get());
            desk.meters()
                    .counter("homeline.link.rejected", "partner", partner.id())
                    .increment();
            silent(lease, instruction);
            return;
        }
        var code = received.message().text(Letters.RESPONSE).orElseThrow();
        if (code.equals(NOT_SIGNED_ON)) {
            signedOff.run();
        }
        if (instruction.state().equals(Instruction.REVERSING)) {
            acknowledged(instruction, received, code);
        } else {
            decided(lease, instruction, received, code);
        }
    }

    /** A reversal is repeated for as long as the partner only can't take it now; a refusal for good is the operator's. */
    private void acknowledged(Instruction instruction, Received received, String code) {
        if (partner.reversalsDone().contains(code)) {
            conclude(instruction, By.REVERSAL, received, code);
            return;
        }
        switch (partner.meaning(code)) {
            case UNAVAILABLE, UNKNOWN ->
                LOG.info("link {}: {}: the reversal was answered {}, and is repeated", partner.id(), instruction, code);
            case APPROVED, NO_MONEY, NO_ACCOUNT, NOT_ALLOWED, LIMIT, REFUSED ->
                conclude(instruction, By.DOUBT, received, code);
        }
    }

    private void decided(Lease lease, Instruction instruction, Received received, String code) {
        switch (partner.meaning(code)) {
            case UNKNOWN -> silent(lease, instruction);
            case UNAVAILABLE -> {
                // Nothing was done: an advice goes again after its pause, a request is declined.
                if (!Sending.isAdvice(partner, instruction)) {
                    conclude(instruction, By.ANSWER, received, code);
                }
            }
            case APPROVED, NO_MONEY, NO_ACCOUNT, NOT_ALLOWED, LIMIT, REFUSED ->
                conclude(instruction, By.ANSWER, received, code);
        }
    }

    private void conclude(Instruction instruction, By by, Received received, String code) {
        desk.concluding().conclude(instruction, by, Optional.of(code), received.description());
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
        var amount = message.text(Letters.AMOUNT);
        if (amount.isPresent() && Long.parseLong(amount.get()) != instruction.minor()) {
            return Optional.of("an answer with another amount");
        }
        return Optional.empty();
    }
}
