package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Reads a request, has the issuer do what it says, and writes the answer. Thread-safe. */
final class Switch {
    private static final int[] ECHOED = {3, 4, 7, 11, 12, 13, 15, 32, 37, 41, 42, 49, 50, 70};
    private static final int APPROVAL = 38;
    private static final int RESULT = 39;
    private static final int NEW_KEY = 48;
    private static final int SETTLEMENT_CODE = 66;

    private final Issuer issuer;
    private final Security security;
    private final Fields fields;
    private final Consumer<LocalDate> endOfDay;
    /** A sign-on holds for its connection, and until the bank forgets them all. */
    private final AtomicInteger era = new AtomicInteger(1);

    /** @param endOfDay hears which business day Homeline reconciles */
    Switch(Issuer issuer, Security security, Fields fields, Consumer<LocalDate> endOfDay) {
        this.issuer = issuer;
        this.security = security;
        this.fields = fields;
        this.endOfDay = endOfDay;
    }

    /** Forgets every sign-on. */
    void signOff() {
        era.incrementAndGet();
    }

    /** The answer to a request, with its code where there is a key. */
    ISOMsg answer(BankChannel channel, Received request) {
        return answer(channel, request, Optional.empty());
    }

    /** The same with this in field 39, where the bank would have decided by itself. */
    ISOMsg decline(BankChannel channel, Received request, String code) {
        return answer(channel, request, Optional.of(code));
    }

    /** One at a time, so that no answer is sealed between a key and its use. */
    private synchronized ISOMsg answer(BankChannel channel, Received request, Optional<String> refusal) {
        var answer = begin(request);
        boolean network = request.messageType().startsWith("08");
        var trouble = trouble(channel, request, network);
        if (trouble.isPresent()) {
            answer.set(RESULT, trouble.get());
        } else {
            fill(answer, channel, request, refusal);
        }
        if (!network || Security.hasCode(request)) {
            security.seal(answer);
        }
        security.adopt();
        return answer;
    }

    /** What keeps the bank from looking at what is asked. */
    private Optional<String> trouble(BankChannel channel, Received request, boolean network) {
        if (!request.isReadable()) {
            return Optional.of(Decision.FORMAT);
        }
        if (!network && channel.signedOnIn() != era.get()) {
            return Optional.of(Decision.NOT_SIGNED_ON);
        }
        boolean mustHaveCode = !network || Security.hasCode(request);
        return mustHaveCode && security.isOn() && !security.isAuthentic(request)
                ? Optional.of(Decision.SECURITY)
                : Optional.empty();
    }

    private void fill(ISOMsg answer, BankChannel channel, Received request, Optional<String> refusal) {
        switch (request.messageType().substring(0, 3)) {
            case "080" -> manage(answer, channel, request, refusal);
            case "020", "022" -> instruct(answer, request, refusal);
            case "042" -> reverse(answer, request, refusal);
            case "052" -> reconcile(answer, request, refusal);
            default -> answer.set(RESULT, refusal.orElse(Decision.INVALID));
        }
    }

    private void manage(ISOMsg answer, BankChannel channel, Received request, Optional<String> refusal) {
        if (refusal.isPresent()) {
            answer.set(RESULT, refusal.get());
            return;
        }
        answer.set(RESULT, Decision.APPROVED);
        switch (request.text(70)) {
            case "001" -> channel.signedOnIn(era.get());
            case "002" -> channel.signedOnIn(0);
            case "301" -> {}
            case "101" -> {
                var key = security.exchange();
                answer.set(RESULT, key.isPresent() ? Decision.APPROVED : Decision.NOT_PERMITTED);
                key.ifPresent(wrapped -> answer.set(NEW_KEY, wrapped));
            }
            default -> answer.set(RESULT, Decision.INVALID);
        }
    }

    private void instruct(ISOMsg answer, Received request, Optional<String> refusal) {
        var instruction = fields.instruction(request);
        var decision = instruction
                .map(read -> refusal.map(code -> issuer.decline(read, code)).orElseGet(() -> issuer.take(read)))
                .orElseGet(() -> Decision.declined(Decision.FORMAT));
        answer.set(RESULT, decision.code());
        decision.approval().ifPresent(approval -> answer.set(APPROVAL, approval));
    }

    private void reverse(ISOMsg answer, Received request, Optional<String> refusal) {
        var original = fields.original(request);
        if (original.isPresent() && refusal.isEmpty()) {
            issuer.reverse(original.get(), original.get().day(), fields.instruction(request, original.get()));
        }
        answer.set(RESULT, refusal.orElse(original.isPresent() ? Decision.APPROVED : Decision.FORMAT));
    }

    private void reconcile(ISOMsg answer, Received request, Optional<String> refusal) {
        var claim = Reconciliation.claim(request, fields);
        if (claim.isEmpty() || refusal.isPresent()) {
            answer.set(RESULT, refusal.orElse(Decision.FORMAT));
            return;
        }
        var own = issuer.totals(claim.get().day(), claim.get().currency());
        answer.set(RESULT, Decision.APPROVED);
        answer.set(SETTLEMENT_CODE, claim.get().isInBalance(own) ? "1" : "2");
        Reconciliation.write(own, answer);
        endOfDay.accept(claim.get().day());
    }

    private static ISOMsg begin(Received request) {
        var type = request.messageType();
        var answer = new ISOMsg();
        try {
            answer.setMTI(type.substring(0, 2) + (char) (type.charAt(2) + 1) + "0");
        } catch (ISOException never) {
            throw new IllegalStateException(never);
        }
        for (int field : ECHOED) {
            if (request.hasField(field)) {
                answer.set(field, request.text(field));
            }
        }
        return answer;
    }
}
