package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Account;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.jspecify.annotations.Nullable;

/**
 * Gives the small amount back where nobody told its code: to the account it came from, for it is not the customer's who named
 * that account. What the bank can't take now is tried again later; what can't go back stays held, and an exception of the
 * settlement tells the operator.
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
        if (!bank.services().containsKey(Partner.Kind.CREDIT)) {
            keep(attempt, draft, account, account.instruction(), "takes no credits");
            return;
        }
        // Whoever waited for the code hears it once, however often the return is tried.
        if (account.isProving()) {
            tell(draft, customer, account, "banking.proof-over");
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
    public Whose whose(Attempt attempt, Instruction instruction) {
        return new Whose(owner(attempt, account(instruction)).number(), null);
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        draft.write(account(instruction).in(BankAccount.FAILED));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var account = account(instruction);
        var again = attempt.now().plus(ProofRules.RETURN_AGAIN);
        if (mayPass(why) && again.isBefore(account.made().plus(ProofRules.RETURN_WITHIN))) {
            draft.write(account.over(again));
        } else {
            keep(attempt, draft, account, instruction.id(), "credit failed: " + why.label());
        }
        return Optional.empty();
    }

    /** Whether the same credit may be taken later. */
    private static boolean mayPass(Partner.Meaning why) {
        return switch (why) {
            case UNAVAILABLE, UNKNOWN, LIMIT -> true;
            case APPROVED, NO_MONEY, NO_ACCOUNT, NOT_ALLOWED, REFUSED -> false;
        };
    }

    /** The bank had taken it, and sends it back. */
    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var account = account(instruction);
        draft.move(atBank, account.holding(), account.proof(), TransferCode.CORRECTION);
        keep(attempt, draft, account, instruction.id(), "credit sent back");
        return Optional.empty();
    }

    /** @param last the instruction by which it was to go back, or had come; each time is an exception of its own */
    private void keep(Attempt attempt, Draft draft, BankAccount account, @Nullable UUID last, String theirs) {
        var bank = partners.of(account.partner());
        draft.write(account.in(BankAccount.KEPT))
                .write(Discrepancy.fresh(
                        attempt.ids().next(),
                        Discrepancy.Kind.UNRETURNED,
                        bank.id(),
                        bank.cutOver().day(attempt.now()),
                        account.currency(),
                        null,
                        last,
                        null,
                        new Discrepancy.Evidence("kept " + account.proof(), theirs, 0, Correction.UNCLAIMED),
                        attempt.now()));
        tell(draft, owner(attempt, account), account, "banking.proof-kept");
    }

    private void tell(Draft draft, Customer customer, BankAccount account, String text) {
        var values = Map.of("bankName", account.shown(partners.of(account.partner())), "amount", account.proof());
        draft.tell(customer.number(), customer.spoken(), text, values);
    }

    private BankAccount account(Instruction instruction) {
        return accounts.find(instruction.subject()).orElseThrow();
    }

    /** The customer who wants an account linked. */
    Customer owner(Attempt attempt, BankAccount account) {
        return customers.find(attempt, account.customer()).orElseThrow();
    }
}
