package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customers;
import org.homeline.customer.Recovery;
import org.homeline.ledger.Account;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** Money came from a linked account, or did not. The limits were asked when it was ordered. */
@Singleton
final class FundErrand implements Errand {
    static final String NAME = "banking.fund";

    private final Customers customers;
    private final BankAccounts accounts;
    private final Partners partners;
    private final Instructions instructions;
    private final Recovery recovery;

    FundErrand(
            Customers customers,
            BankAccounts accounts,
            Partners partners,
            Instructions instructions,
            Recovery recovery) {
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.instructions = instructions;
        this.recovery = recovery;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        var account = accounts.find(instruction.subject()).orElseThrow();
        return new Whose(
                customers.find(attempt, account.customer()).orElseThrow().number(),
                instructions.details(instruction).description());
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        var account = accounts.find(instruction.subject()).orElseThrow();
        var customer = customers.find(attempt, account.customer()).orElseThrow();
        var amount = instruction.amount();
        var bankName = account.shown(partners.of(account.partner()));
        var reference = attempt.reference();
        // What this very journal posts is not in the books yet.
        var balance = customers.available(customer).plus(amount);
        draft.write(Activity.in(attempt, customer.id(), reference, What.BANK_IN, amount, bankName))
                .fact("reference", reference)
                .fact("amount", amount)
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "banking.paid-in",
                        Map.of("amount", amount, "bankName", bankName, "balance", balance, "reference", reference));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var account = accounts.find(instruction.subject()).orElseThrow();
        var customer = customers.find(attempt, account.customer()).orElseThrow();
        draft.tell(
                customer.number(),
                customer.spoken(),
                "banking.not-paid-in",
                Map.of(
                        "amount",
                        instruction.amount(),
                        "bankName",
                        account.shown(partners.of(account.partner())),
                        "why",
                        why.say(attempt.texts(), customer.spoken())));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var account = accounts.find(instruction.subject()).orElseThrow();
        var customer = customers.find(attempt, account.customer()).orElseThrow();
        var bankName = account.shown(partners.of(account.partner()));
        return recovery.take(attempt, draft, customer, instruction.amount(), bankName, atBank);
    }
}
