package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Refusal;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Refused;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/**
 * Gives the small amount back where nobody told its code: to the account it came from, for it is not the customer's who named
 * that account. What can't go back stays held, and its row says so to the operator.
 */
@Singleton
final class Proofs implements Errand {
    private static final String NAME = "banking.return";

    private final Customers customers;
    private final Partners partners;
    private final BankAccounts accounts;
    private final Instructions instructions;
    private final Requests requests;

    Proofs(
            Customers customers,
            Partners partners,
            BankAccounts accounts,
            Instructions instructions,
            Requests requests) {
        this.customers = customers;
        this.partners = partners;
        this.accounts = accounts;
        this.instructions = instructions;
        this.requests = requests;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Adds to the draft that the account is linked no more, nor will be. */
    void giveBack(Attempt attempt, Draft draft, Customer customer, BankAccount account) {
        var bank = partners.of(account.partner());
        draft.tell(
                customer.number(),
                customer.spoken(),
                "banking.proof-over",
                Map.of("bankName", account.shown(bank), "amount", account.proof()));
        if (!bank.services().containsKey(Partner.Kind.CREDIT)) {
            draft.write(account.in(BankAccount.KEPT));
            return;
        }
        var order = new Instructions.Order(
                bank,
                Partner.Kind.CREDIT,
                requests.details(account, attempt.reference().text()),
                account.proof(),
                account.holding(),
                NAME,
                account.id());
        // Over the bank's cap it goes later: the account's time stays over.
        var later = new Refused(Refused.BUSY);
        var instruction = instructions.give(attempt, draft, order, later, Map.of(Refusal.EXCEEDS_CREDITS, later));
        draft.write(account.by(instruction).in(BankAccount.RETURNING));
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        return ended(draft, instruction, BankAccount.FAILED);
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        return ended(draft, instruction, BankAccount.KEPT);
    }

    private Optional<Movement> ended(Draft draft, Instruction instruction, String state) {
        draft.write(accounts.find(instruction.subject()).orElseThrow().in(state));
        return Optional.empty();
    }

    /** The customer who wants an account linked. */
    Customer owner(Attempt attempt, BankAccount account) {
        return customers.find(attempt, account.customer()).orElseThrow();
    }
}
