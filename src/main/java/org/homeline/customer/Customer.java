package org.homeline.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeline.language.Language;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/**
 * Somebody who registered.
 *
 * @param phone in E.164
 * @param language two letters
 * @param country two letters, of the phone's number plan
 * @param tier which limits apply
 * @param status {@link #ACTIVE} or {@link #BLOCKED}
 * @param version how often this was changed; a change carries the version it was read at
 */
public record Customer(
        UUID id,
        String phone,
        String name,
        String language,
        String country,
        String tier,
        String status,
        Instant since,
        long version)
        implements Row {
    public static final String ACTIVE = "active";
    public static final String BLOCKED = "blocked";

    public PhoneNumber number() {
        return new PhoneNumber(phone);
    }

    public Language spoken() {
        return new Language(language);
    }

    public boolean isBlocked() {
        return status.equals(BLOCKED);
    }

    /** The two accounts of the wallet in the order in which they are spent: what came in as cash, then from a bank. */
    public List<Account> wallet(CurrencyUnit currency) {
        return List.of(cash(currency), new Account(AccountCode.WALLET_BANK, id, currency));
    }

    public Account cash(CurrencyUnit currency) {
        return new Account(AccountCode.WALLET_CASH, id, currency);
    }

    public Customer withLanguage(Language chosen) {
        return new Customer(id, phone, name, chosen.code(), country, tier, status, since, version);
    }

    public Customer withTier(String chosen) {
        return new Customer(id, phone, name, language, country, chosen, status, since, version);
    }

    public Customer withStatus(String chosen) {
        return new Customer(id, phone, name, language, country, tier, chosen, since, version);
    }
}
