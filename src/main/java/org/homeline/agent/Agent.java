package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.homeline.language.Language;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/**
 * Somebody who hands out and takes in cash for the operator.
 *
 * @param phone in E.164
 * @param status {@link #ACTIVE} or {@link #BLOCKED}
 * @param version how often this was changed; 0 for a new one
 */
@MappedEntity("agent")
public record Agent(
        @Id UUID id,
        String phone,
        String name,
        String language,
        String country,
        String status,
        Instant since,
        long version)
        implements Row {
    static final String ACTIVE = "active";
    static final String BLOCKED = "blocked";

    public PhoneNumber number() {
        return new PhoneNumber(phone);
    }

    public Language spoken() {
        return new Language(language);
    }

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    Account floatIn(CurrencyUnit currency) {
        return new Account(AccountCode.AGENT_FLOAT, id, currency);
    }

    Account commissionIn(CurrencyUnit currency) {
        return new Account(AccountCode.AGENT_COMMISSION, id, currency);
    }

    Agent withStatus(String chosen) {
        return new Agent(id, phone, name, language, country, chosen, since, version);
    }

    Agent withLanguage(Language chosen) {
        return new Agent(id, phone, name, chosen.code(), country, status, since, version);
    }
}
