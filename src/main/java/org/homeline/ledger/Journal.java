package org.homeline.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.homeline.outbox.Message;
import org.homeline.transparency.Canonical;

/**
 * All that an operation wants done, to happen wholly or not at all.
 *
 * @param id of this journal
 * @param key makes the request idempotent: a second journal with it answers with the first one's outcome
 * @param content tells whether the same key came with the same request: a keyed code of its inputs
 * @param operation its name, as {@code remittance.pay}
 * @param actor who wanted it, as {@code caller +254712345678}
 * @param at when; kept to the microsecond, which is what the tables hold, so that nothing rounds on the way
 * @param opens accounts to open where they do not exist yet
 * @param closes accounts that no transfer may touch any more once those of this journal are done
 * @param transfers linked, applied in order
 * @param guards conditions at the moment of the commit
 * @param rows written in order
 * @param messages to be delivered
 * @param facts what a receipt may say of it, beside the transfers
 * @param outcome the answer, sealed, for whoever repeats the request
 */
public record Journal(
        UUID id,
        String key,
        byte[] content,
        String operation,
        String actor,
        Instant at,
        List<Account> opens,
        List<Account> closes,
        List<Transfer> transfers,
        List<Guard> guards,
        List<Row> rows,
        List<Message> messages,
        SortedMap<String, String> facts,
        byte[] outcome) {
    private static final int VERSION = 1;

    public Journal {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The journal's canonical bytes, version 1: the version in one byte; id; key; operation; actor; time; the transfers as
     * a list of id, kind (one byte), debit account, credit account, amount, currency, code (four bytes), pending id and
     * expiry; the facts as a list of name and text, sorted by name.
     *
     * @param accepted the transfers as the ledger accepted them
     */
    byte[] canonical(List<Transfer.Stored> accepted) {
        var bytes = canonicalHead(id, key, operation, actor, at, accepted).count(facts.size());
        facts.forEach((name, text) -> bytes.text(name).text(text));
        return bytes.bytes();
    }

    /** The canonical bytes up to the facts, which no table holds beside them. */
    static Canonical canonicalHead(
            UUID id, String key, String operation, String actor, Instant at, List<Transfer.Stored> accepted) {
        var bytes = new Canonical()
                .octet(VERSION)
                .id(id)
                .text(key)
                .text(operation)
                .text(actor)
                .instant(at)
                .count(accepted.size());
        for (var transfer : accepted) {
            bytes.id(transfer.id())
                    .octet(transfer.kind().number())
                    .id(transfer.debitId())
                    .id(transfer.creditId())
                    .number(transfer.amount())
                    .text(transfer.currency())
                    .count(transfer.code().number())
                    .id(transfer.pendingId() == null ? Account.OPERATOR : transfer.pendingId())
                    .instant(transfer.expires() == null ? Instant.EPOCH : transfer.expires());
        }
        return bytes;
    }
}
