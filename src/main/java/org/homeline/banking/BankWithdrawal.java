package org.homeline.banking;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.money.Money;

/**
 * Money on its way from a wallet to its owner's bank account. The parts are kept so that what does not arrive goes back to
 * where it was: cash stays cash.
 *
 * @param account the id of the bank account
 * @param state one of the constants
 */
@MappedEntity("bank_withdrawal")
record BankWithdrawal(
        @Id UUID id,
        UUID customer,
        UUID account,
        long cashMinor,
        long bankMinor,
        String currency,
        String state,
        String reference,
        Instant made,
        long version)
        implements Row {
    static final String SENT = "sent";
    static final String DONE = "done";
    static final String RETURNED = "returned";

    Money cash() {
        return Money.of(cashMinor, currency);
    }

    Money bank() {
        return Money.of(bankMinor, currency);
    }

    Money amount() {
        return cash().plus(bank());
    }

    /** Where it is until the bank has answered: an account for each, so that each can be seen to be right. */
    Account holding() {
        return new Account(AccountCode.PICKUP_HOLDING, id, amount().currency());
    }

    BankWithdrawal in(String next) {
        return new BankWithdrawal(
                id, customer, account, cashMinor, bankMinor, currency, next, reference, made, version);
    }
}
