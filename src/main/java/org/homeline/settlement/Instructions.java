package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeline.ledger.Account;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.signing.Keys;

/**
 * How products have banks move money. An instruction is committed with whatever else its product does; a worker sends it
 * afterwards, never inside the database transaction, and the {@link Errand} hears how it ended.
 */
@Singleton
public final class Instructions {
    private static final Map<Refusal, Outcome> ENDED_MEANWHILE = Map.of(
            Refusal.PENDING_TRANSFER_ALREADY_POSTED, new Refused(Refused.BUSY),
            Refusal.PENDING_TRANSFER_ALREADY_VOIDED, new Refused(Refused.BUSY),
            Refusal.PENDING_TRANSFER_EXPIRED, new Refused(Refused.BUSY));

    private final InstructionRows rows;
    private final Keys keys;
    private final Books books;

    Instructions(InstructionRows rows, Keys keys, Books books) {
        this.rows = rows;
        this.keys = keys;
        this.books = books;
    }

    /**
     * What is to be moved.
     *
     * @param ours the account here: gets a debit's money once it is approved, has a credit's money now
     * @param errand the name of the {@link Errand}
     * @param subject what that knows it by
     */
    public record Order(
            Partner partner,
            Partner.Kind kind,
            Details details,
            Money amount,
            Account ours,
            String errand,
            UUID subject) {}

    /**
     * Adds the instruction and its hold to the draft.
     *
     * @param overCap what to answer where Homeline would owe the partner more than its cap
     * @param otherwise what to answer where the ledger refuses the hold, by reason
     */
    public Instruction give(
            Attempt attempt, Draft draft, Order order, Outcome overCap, Map<Refusal, Outcome> otherwise) {
        var settlement = order.partner().settlement(order.amount().currency());
        boolean debit = order.kind() == Partner.Kind.DEBIT;
        var pending = draft.reserve(
                debit ? settlement : order.ours(),
                debit ? order.ours() : settlement,
                order.amount(),
                debit ? TransferCode.BANK_IN : TransferCode.BANK_OUT,
                Instruction.HOLD,
                otherwise);
        if (!debit) {
            draft.guard(cap(order.partner(), order.amount()), overCap);
        }
        var id = attempt.ids().next();
        var instruction = new Instruction(
                id,
                order.partner().id(),
                order.kind().label(),
                order.amount().minor(),
                order.amount().currency().getCode(),
                order.details().seal(keys, id),
                Details.tail(order.details().account()),
                order.errand(),
                order.subject(),
                pending,
                Instruction.QUEUED,
                null,
                null,
                null,
                null,
                null,
                attempt.now(),
                0,
                attempt.now(),
                attempt.now(),
                0);
        draft.write(instruction);
        draft.fact("instruction", id);
        return instruction;
    }

    /** What an errand began for its subject and nobody has sent yet: it can still be cancelled. */
    public Optional<Instruction> unsent(UUID subject) {
        return of(subject).stream()
                .filter(one -> one.state().equals(Instruction.QUEUED))
                .findFirst();
    }

    /**
     * Adds to the draft that it is not sent: its money is free again. Where it is sent meanwhile, the row's version says so, and
     * all is decided again.
     */
    public void cancel(Draft draft, Instruction unsent) {
        draft.release(unsent.pending(), ENDED_MEANWHILE).write(unsent.ended(Instruction.CANCELLED, null));
    }

    public Optional<Instruction> find(UUID id) {
        return rows.findById(id);
    }

    /** Those of these retrieval reference numbers that have settled, whenever that was, also where they were returned since. */
    public List<Instruction> settled(String partner, List<String> retrievalReferenceNumbers) {
        return retrievalReferenceNumbers.isEmpty() ? List.of() : rows.findSettled(partner, retrievalReferenceNumbers);
    }

    /** What an errand began for its subject, newest first, at most twenty. */
    public List<Instruction> of(UUID subject) {
        return rows.findBySubject(subject);
    }

    /** What has no end yet, oldest first, at most two hundred. */
    public List<Instruction> underWay() {
        return rows.findUnderWay();
    }

    /** Those with this retrieval reference number (field 37), newest first, at most twenty: partners may share it. */
    public List<Instruction> referredTo(String rrn) {
        return rows.findByRrn(rrn);
    }

    /** All that was sent on a partner's business day, by trace number. */
    public List<Instruction> ofDay(Partner partner, LocalDate day) {
        var found = new ArrayList<Instruction>();
        var page = rows.findOfDay(partner.id(), day, 0);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = rows.findOfDay(
                    partner.id(), day, Objects.requireNonNull(page.getLast().stan()));
        }
        return found;
    }

    /** Account number and description, for the errand that gave them. */
    public Details details(Instruction instruction) {
        return Details.open(keys, instruction);
    }

    /** What Homeline owes the partner now, what is under way to accounts there counted; negative where it is owed. */
    public Money owed(Partner partner, org.joda.money.CurrencyUnit currency) {
        var totals = books.totals(List.of(partner.settlement(currency))).getFirst();
        return new Money(totals.balance() + totals.creditsPending(), currency);
    }

    private static Guard cap(Partner partner, Money amount) {
        var caps = partner.currencies().get(amount.currency());
        if (caps == null) {
            throw new IllegalArgumentException(partner.id() + " keeps no accounts in " + amount.currency());
        }
        return new Guard.BalanceAtMost(
                "debit-cap",
                List.of(partner.settlement(amount.currency())),
                caps.most().minor());
    }
}
