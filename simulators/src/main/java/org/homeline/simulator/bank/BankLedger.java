package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bank's books in double entry: what one account loses another gains, so that all of them together are zero. */
final class BankLedger {
    private static final String OPENING = "opening ";
    private static final String SETTLEMENT = "settlement ";

    private final Map<String, BankAccount> customers = new LinkedHashMap<>();
    private final Map<String, Long> balances = new TreeMap<>();
    private final List<Posting> postings = new ArrayList<>();

    private record Posting(LocalDate day, String text, String from, String to, long amountMinor) {}

    BankLedger(List<BankAccount> accounts, LocalDate today) {
        for (var account : accounts) {
            if (customers.put(account.number(), account) != null) {
                throw new IllegalArgumentException("two accounts have the number " + account.number());
            }
            post(
                    today,
                    "balance brought forward",
                    OPENING + account.currency(),
                    account.number(),
                    account.balanceMinor());
        }
    }

    Optional<BankAccount> account(String number) {
        return Optional.ofNullable(customers.get(number)).map(this::asItStands);
    }

    List<BankAccount> accounts() {
        return customers.values().stream().map(this::asItStands).toList();
    }

    private BankAccount asItStands(BankAccount account) {
        return account.withBalance(balance(account.number()));
    }

    /** Money goes from the account to Homeline. */
    void debit(BankAccount account, LocalDate day, String text, long amountMinor) {
        post(day, text, account.number(), SETTLEMENT + account.currency(), amountMinor);
    }

    /** Money goes from Homeline to the account. */
    void credit(BankAccount account, LocalDate day, String text, long amountMinor) {
        post(day, text, SETTLEMENT + account.currency(), account.number(), amountMinor);
    }

    /** What the bank owes Homeline; below zero what Homeline owes. */
    long position(Currency currency) {
        return balance(SETTLEMENT + currency);
    }

    List<StatementLine> statement(String number) {
        var lines = new ArrayList<StatementLine>();
        long balance = 0;
        for (var posting : postings) {
            boolean in = posting.to().equals(number);
            if (in || posting.from().equals(number)) {
                long amount = in ? posting.amountMinor() : -posting.amountMinor();
                balance += amount;
                lines.add(new StatementLine(posting.day(), posting.text(), amount, balance));
            }
        }
        return lines;
    }

    private long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    private void post(LocalDate day, String text, String from, String to, long amountMinor) {
        postings.add(new Posting(day, text, from, to, amountMinor));
        balances.merge(from, -amountMinor, Math::addExact);
        balances.merge(to, amountMinor, Math::addExact);
    }
}
