package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeline.signing.Keys;

/** Finds customers' bank accounts, and reads the numbers that are sealed in their rows. */
@Singleton
public final class BankAccounts {
    private final BankAccountRows rows;
    private final Keys keys;

    BankAccounts(BankAccountRows rows, Keys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    public Optional<BankAccount> find(UUID id) {
        return rows.findById(id);
    }

    /** Those that a customer uses or is about to, the oldest first. */
    public List<BankAccount> of(UUID customer) {
        return rows.findLive(customer);
    }

    /** Those that money can be moved from and to. */
    public List<BankAccount> linked(UUID customer) {
        return of(customer).stream().filter(BankAccount::isLinked).toList();
    }

    /** Whose small amount is to go back: the code was not told in time. A page of those that follow. */
    public List<BankAccount> over(Instant now, Instant after, UUID afterId) {
        return rows.findOver(now, after, afterId);
    }

    /** The same for whoever names the account, and tells nothing of its number. */
    public String mark(Partner bank, String number) {
        var written = number.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(keys.code(Keys.Use.ACCOUNT, bank.id().getBytes(StandardCharsets.UTF_8), written));
    }

    /** @param account the id of the account whose number it is, or of what names it */
    public byte[] seal(String number, UUID account) {
        return keys.seal(number.getBytes(StandardCharsets.UTF_8), context(account));
    }

    /** The account number, for the bank alone. */
    public String number(BankAccount account) {
        return open(account.number(), account.id());
    }

    /**
     * Whether somebody means it, by its id or by the last characters of its number: four, or more where those of two are
     * alike.
     */
    public boolean isMeant(BankAccount account, String which) {
        return account.id().toString().equals(which)
                || account.tail().equalsIgnoreCase(which)
                || (which.length() > account.tail().length() && endsWith(number(account), which));
    }

    private static boolean endsWith(String number, String which) {
        return number.toUpperCase(Locale.ROOT).endsWith(which.toUpperCase(Locale.ROOT));
    }

    /** What was sealed for it, whether the account is a customer's own or was named for one payment. */
    public String open(byte[] sealed, UUID account) {
        return new String(keys.open(sealed, context(account)), StandardCharsets.UTF_8);
    }

    private static byte[] context(UUID account) {
        return ("bank account " + account).getBytes(StandardCharsets.UTF_8);
    }
}
