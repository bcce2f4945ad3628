package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Details;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** Has a bank put a payment into the payee's account there. */
@Singleton
final class BankDeposit {
    private final Partners partners;
    private final BankAccounts accounts;
    private final Instructions instructions;

    BankDeposit(Partners partners, BankAccounts accounts, Instructions instructions) {
        this.partners = partners;
        this.accounts = accounts;
        this.instructions = instructions;
    }

    /**
     * Adds the order to the draft, where the payee is an account at a bank.
     *
     * @param bankFull what to answer where Homeline would owe the bank more than it may
     */
    void give(Attempt attempt, Draft draft, Quote quote, Remittance remittance, Outcome bankFull) {
        var bank = quote.bank();
        var number = quote.bankAccount();
        if (bank == null || number == null) {
            return;
        }
        var order = new Instructions.Order(
                partners.of(bank),
                Partner.Kind.CREDIT,
                new Details(accounts.open(number, quote.id()), Payment.SENDER + remittance.reference()),
                remittance.receives(),
                remittance.holding(),
                ToBankErrand.NAME,
                remittance.id());
        instructions.give(attempt, draft, order, bankFull, Map.of());
    }
}
