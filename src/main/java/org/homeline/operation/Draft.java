package org.homeline.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.ledger.Account;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.Row;
import org.homeline.ledger.Transfer;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.outbox.Message;
import org.homeline.phone.PhoneNumber;
import org.homeline.time.Ids;

/** What an operation wants committed, gathered while it decides. It becomes a journal when the Teller commits it. */
public final class Draft {
    private final Ids ids;
    private final Texts texts;
    final List<Account> opens = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    final List<Map<Refusal, Outcome>> refusals = new ArrayList<>();
    final List<Guard> guards = new ArrayList<>();
    final Map<Guard, Outcome> guardOutcomes = new HashMap<>();
    final List<Row> rows = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final SortedMap<String, String> facts = new TreeMap<>();

    Draft(Ids ids, Texts texts) {
        this.ids = ids;
        this.texts = texts;
    }

    public Draft open(Account account) {
        opens.add(account);
        return this;
    }

    /** Moves the amount at once, unless it is nothing. */
    public Draft move(Account debit, Account credit, Money amount, TransferCode code) {
        return move(debit, credit, amount, code, Map.of());
    }

    /**
     * @param otherwise what to answer where the ledger refuses this transfer, by reason; {@link Refused#BUSY} has it decided
     *     again
     */
    public Draft move(Account debit, Account credit, Money amount, TransferCode code, Map<Refusal, Outcome> otherwise) {
        return amount.isZero() ? this : add(Transfer.single(ids.next(), debit, credit, amount, code), otherwise);
    }

    /** Reserves the amount; answers with the pending transfer's id. */
    public UUID reserve(
            Account debit,
            Account credit,
            Money amount,
            TransferCode code,
            Duration timeout,
            Map<Refusal, Outcome> otherwise) {
        var id = ids.next();
        add(Transfer.pending(id, debit, credit, amount, code, timeout), otherwise);
        return id;
    }

    public Draft post(UUID pendingId, Map<Refusal, Outcome> otherwise) {
        return add(Transfer.post(ids.next(), pendingId), otherwise);
    }

    public Draft release(UUID pendingId, Map<Refusal, Outcome> otherwise) {
        return add(Transfer.voiding(ids.next(), pendingId), otherwise);
    }

    /** @param otherwise what to answer where the guard does not hold; {@link Refused#BUSY} has it decided again */
    public Draft guard(Guard guard, Outcome otherwise) {
        guards.add(guard);
        guardOutcomes.put(guard, otherwise);
        return this;
    }

    public Draft write(Row row) {
        rows.add(row);
        return this;
    }

    /** Tells somebody by SMS, in their language. */
    public Draft tell(PhoneNumber to, Language language, String text, Map<String, ?> values) {
        return tell(to, language, text, values, Message.LASTING);
    }

    /** @param lifetime after which the message is not worth sending */
    public Draft tell(PhoneNumber to, Language language, String text, Map<String, ?> values, Duration lifetime) {
        messages.add(new Message(ids.next(), to, texts.say(language, text, values), lifetime));
        return this;
    }

    /** Something a receipt may say. */
    public Draft fact(String name, Object value) {
        facts.put(name, value.toString());
        return this;
    }

    private Draft add(Transfer transfer, Map<Refusal, Outcome> otherwise) {
        transfers.add(transfer);
        refusals.add(otherwise);
        return this;
    }
}
