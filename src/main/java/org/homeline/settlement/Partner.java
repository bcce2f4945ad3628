package org.homeline.settlement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeline.iso8583.Dialect;
import org.homeline.iso8583.Framing;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.money.Money;
import org.homeline.signing.MessageCode;
import org.joda.money.CurrencyUnit;

/**
 * A bank or switch that Homeline settles with, from its file in {@code gateway-config/iso8583/partners}.
 *
 * @param id the file's name without its ending: in tables, accounts and key names
 * @param name as people read it
 * @param country of its accounts, two letters
 * @param accounts what an account number looks like there
 * @param currencies in which it keeps accounts
 * @param address empty where no connection is made
 * @param window how many messages may be under way on its link at once
 * @param proof the small amount whose debit proves an account, by currency; empty where accounts can't be linked
 */
public record Partner(
        String id,
        String name,
        String country,
        Pattern accounts,
        Map<CurrencyUnit, Caps> currencies,
        Optional<Address> address,
        Dialect dialect,
        Framing framing,
        Identity identity,
        Map<Kind, Service> services,
        Fields fields,
        Map<String, Meaning> responses,
        List<String> reversalsDone,
        int window,
        Times times,
        CutOver cutOver,
        Optional<Codes> codes,
        Optional<Money> proof) {

    /** Which way money goes, from the account holder's view. */
    public enum Kind {
        /** Out of the bank account. */
        DEBIT,
        /** Into it. */
        CREDIT;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * How far Homeline may owe the partner in a currency before the net position is settled.
     *
     * @param most beyond it nothing more is put into accounts there
     * @param alarm from where on the operator is told
     */
    public record Caps(Money most, Money alarm) {}

    public record Address(String host, int port) {}

    /**
     * Who Homeline is to the partner.
     *
     * @param version the first digit of message types: 0 for 1987
     * @param acquirer field 32
     * @param terminal field 41, eight characters
     * @param acceptor field 42, fifteen characters at most
     * @param place field 43: name and place, forty characters at most
     */
    public record Identity(char version, String acquirer, String terminal, String acceptor, String place) {}

    /**
     * How the partner takes one kind.
     *
     * @param processingCode field 3
     * @param advice true: as an advice (0220), which is repeated until it is answered and never reversed; false: as a
     *     request (0200), which is reversed where no answer comes
     */
    public record Service(String processingCode, boolean advice) {}

    /** Which field holds what, where partners differ. */
    public record Fields(int from, int to, int description, int keyBlock) {}

    /** What a response code (field 39) means for whoever waits. */
    public enum Meaning {
        APPROVED,
        NO_MONEY,
        NO_ACCOUNT,
        NOT_ALLOWED,
        LIMIT,
        /** Nothing was done; it may go later. */
        UNAVAILABLE,
        /** It may have been done: to be reversed. */
        UNKNOWN,
        /** Not done, for reasons of the partner's own. */
        REFUSED;

        /** As texts select by it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** In words for whoever waits; there is none for {@link #APPROVED}. */
        public String say(Texts texts, Language language) {
            return texts.say(language, "settlement.why-" + label(), Map.of());
        }
    }

    /**
     * @param answer the longest wait for an answer
     * @param queue how long an instruction waits for the link before it is declined unsent
     * @param retry the first pause before an advice is repeated; it doubles up to {@code longestRetry}
     * @param giveUp after which an advice that nobody answered becomes an exception for the operator
     * @param echo the pause after which a quiet link is tested
     */
    public record Times(
            Duration connect,
            Duration answer,
            Duration queue,
            Duration retry,
            Duration longestRetry,
            Duration giveUp,
            Duration echo) {}

    /** When the partner's business day ends. */
    public record CutOver(LocalTime at, ZoneId zone) {
        /** The business day to which a moment belongs. */
        public LocalDate day(Instant moment) {
            var local = moment.atZone(zone);
            return local.toLocalTime().isBefore(at)
                    ? local.toLocalDate()
                    : local.toLocalDate().plusDays(1);
        }

        /** When that day is over. */
        public Instant end(LocalDate day) {
            return day.atTime(at).atZone(zone).toInstant();
        }
    }

    /**
     * How its messages are authenticated.
     *
     * @param key the name of the working key
     * @param keyEncryptingKey the name of the key under which the partner sends new ones; empty where it sends none
     */
    public record Codes(MessageCode algorithm, String key, Optional<String> keyEncryptingKey, boolean tripleDes) {}

    /** Owner of its settlement accounts: the same on every node, for it follows from the name. */
    public UUID participant() {
        return participant(id);
    }

    private static UUID participant(String id) {
        return UUID.nameUUIDFromBytes(("participant " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The same of one whose file may be gone. */
    public static Account settlement(String id, CurrencyUnit currency) {
        return new Account(AccountCode.SETTLEMENT, participant(id), currency);
    }

    /** What the partner owes Homeline (a debit balance) or is owed (a credit balance), until it is settled. */
    public Account settlement(CurrencyUnit currency) {
        return new Account(AccountCode.SETTLEMENT, participant(), currency);
    }

    public boolean takes(String account) {
        return accounts.matcher(account).matches();
    }

    /** What a response code means; one that its file does not list may mean that it was done. */
    public Meaning meaning(String responseCode) {
        return responses.getOrDefault(responseCode, Meaning.UNKNOWN);
    }
}
