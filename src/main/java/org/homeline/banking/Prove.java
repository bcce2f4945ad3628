package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Codes;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Partners;

/**
 * Links an account whose code the customer has read on its statement; the small amount is the customer's then. Wrong codes
 * are counted in the account's row, whose version lets of any number of parallel guesses only one learn at a time.
 */
@Singleton
final class Prove extends Operation<Prove.Input, Prove.Reply> {
    @Serdeable
    record Input(String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Prove.Linked, Prove.WrongCode, Prove.TooManyWrong, Prove.NothingToProve, Unbanked.NotRegistered {}

    @Serdeable
    record Linked(String bankName) implements Reply {}

    @Serdeable
    record WrongCode() implements Reply {}

    /** That was the last try: the small amount is to go back. */
    @Serdeable
    record TooManyWrong() implements Reply {}

    /** No account waits for a code, or not any more. */
    @Serdeable
    record NothingToProve() implements Reply {}

    private final Customers customers;
    private final BankAccounts accounts;
    private final Partners partners;
    private final Codes codes;

    Prove(Customers customers, BankAccounts accounts, Partners partners, Codes codes) {
        super("banking.prove", Input.class, Reply.class);
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.codes = codes;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new Unbanked.NotRegistered());
        }
        var waiting = accounts.of(calling.get().id()).stream()
                .filter(account -> waits(account, attempt))
                .toList();
        if (waiting.isEmpty()) {
            return Decision.answer(new NothingToProve());
        }
        return waiting.stream()
                .filter(account -> codes.matches(account.id(), input.code(), account.code()))
                .findFirst()
                .map(account -> link(attempt, calling.get(), account))
                .orElseGet(() -> wrong(attempt, waiting));
    }

    private Decision<Reply> link(Attempt attempt, Customer customer, BankAccount account) {
        var amount = account.proof();
        var bankName = account.shown(partners.of(account.partner()));
        var reference = attempt.reference();
        var draft = attempt.draft()
                .move(
                        account.holding(),
                        customer.wallet(amount.currency()).getLast(),
                        amount,
                        TransferCode.BANK_IN,
                        Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY)))
                .write(account.in(BankAccount.LINKED))
                .write(Activity.in(attempt, customer.id(), reference, What.BANK_IN, amount, bankName))
                .fact("reference", reference)
                .fact("amount", amount)
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "banking.linked",
                        Map.of("bankName", bankName, "amount", amount));
        return Decision.propose(
                new Linked(bankName), draft, new Movement(Movement.Purpose.CLAIM, null, customer.id(), amount, amount));
    }

    /**
     * It may have been meant for any that waits, and counts for each. The count stands alone in its journal: together with a
     * return that the bank's cap can refuse, it would not be counted, and guesses would be free. {@link ProofExpiry} gives back.
     */
    private static Decision<Reply> wrong(Attempt attempt, List<BankAccount> waiting) {
        var draft = attempt.draft();
        boolean over = false;
        for (var account : waiting) {
            var guessed = account.guessed();
            if (ProofRules.mayGuess(guessed)) {
                draft.write(guessed);
            } else {
                over = true;
                draft.write(guessed.proving(attempt.now()));
            }
        }
        return Decision.propose(over ? new TooManyWrong() : new WrongCode(), draft);
    }

    /** Whether its code can be told: it is time, and a try is left. One that the bank keeps no more by its file can't be linked. */
    private boolean waits(BankAccount account, Attempt attempt) {
        return account.isProving()
                && attempt.now().isBefore(account.expires())
                && ProofRules.mayGuess(account)
                && partners.keeping(account).isPresent();
    }
}
