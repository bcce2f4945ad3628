package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Recovery;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** The small amount was taken from the account that is to be proved, or was not. */
@Singleton
final class ProofErrand implements Errand {
    static final String NAME = "banking.proof";

    private final Customers customers;
    private final Countries countries;
    private final BankAccounts accounts;
    private final Partners partners;
    private final Recovery recovery;
    private final Discrepancies discrepancies;

    ProofErrand(
            Customers customers,
            Countries countries,
            BankAccounts accounts,
            Partners partners,
            Recovery recovery,
            Discrepancies discrepancies) {
        this.customers = customers;
        this.countries = countries;
        this.accounts = accounts;
        this.partners = partners;
        this.recovery = recovery;
        this.discrepancies = discrepancies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        // What stands on the statement proves the account.
        return new Whose(owner(attempt, account(instruction)).number(), null);
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        var account = account(instruction);
        var customer = owner(attempt, account);
        draft.write(account.proving(attempt.now().plus(ProofRules.LIFETIME)))
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "banking.proof-taken",
                        Map.of(
                                "amount", account.proof(),
                                "bankName", shown(account),
                                "within", ProofRules.LIFETIME,
                                "dial", countries.dial(customer.number())));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var account = account(instruction);
        var customer = owner(attempt, account);
        draft.write(account.in(BankAccount.FAILED))
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "banking.proof-declined",
                        Map.of("bankName", shown(account), "why", why.say(attempt.texts(), customer.spoken())));
        return Optional.empty();
    }

    /** Nothing is proved by it any more, however far the account has come. */
    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var account = account(instruction);
        var customer = owner(attempt, account);
        var freed = Optional.<Movement>empty();
        switch (account.state()) {
            case BankAccount.LINKED, BankAccount.REMOVED ->
                freed = recovery.take(attempt, draft, customer, account.proof(), shown(account), atBank);
            case BankAccount.FAILED ->
                // It went back there already.
                draft.move(
                        Account.ofOperator(
                                AccountCode.WRITE_OFF, account.proof().currency()),
                        atBank,
                        account.proof(),
                        TransferCode.CORRECTION);
            case BankAccount.UNCLAIMED ->
                draft.move(
                        Account.ofOperator(
                                AccountCode.UNCLAIMED, account.proof().currency()),
                        atBank,
                        account.proof(),
                        TransferCode.CORRECTION,
                        Map.of(Refusal.EXCEEDS_CREDITS, notThere));
            default ->
                draft.move(
                        account.holding(),
                        atBank,
                        account.proof(),
                        TransferCode.CORRECTION,
                        Map.of(Refusal.EXCEEDS_CREDITS, notThere));
        }
        if (account.isKept()) {
            decided(attempt, draft, account);
        }
        if (account.isLinked() || account.state().equals(BankAccount.REMOVED)) {
            // Its owner hears of the wallet.
            draft.write(account.in(BankAccount.FAILED));
        } else if (!account.state().equals(BankAccount.FAILED)) {
            draft.write(account.in(BankAccount.FAILED))
                    .tell(
                            customer.number(),
                            customer.spoken(),
                            "banking.proof-undone",
                            Map.of("bankName", shown(account), "amount", account.proof()));
        }
        return freed;
    }

    /** Whose it is need not be found any more. */
    private void decided(Attempt attempt, Draft draft, BankAccount account) {
        Optional.ofNullable(account.instruction()).map(discrepancies::findAbout).stream()
                .flatMap(List::stream)
                .filter(one -> one.what() == Discrepancy.Kind.UNRETURNED && one.isUndecided())
                .forEach(one -> draft.write(one.withdrawn("the bank took it back", attempt.now())));
    }

    private BankAccount account(Instruction instruction) {
        return accounts.find(instruction.subject()).orElseThrow();
    }

    private Customer owner(Attempt attempt, BankAccount account) {
        return customers.find(attempt, account.customer()).orElseThrow();
    }

    private String shown(BankAccount account) {
        return account.shown(partners.of(account.partner()));
    }
}
