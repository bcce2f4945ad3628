package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Partners;

/** Unlinks an account. What is on its way from or to it arrives all the same. */
@Singleton
final class Remove extends Operation<Remove.Input, Remove.Reply> {
    /** @param account its id or last digits */
    @Serdeable
    record Input(String account) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Remove.Removed,
                    Remove.OnItsWay,
                    Unbanked.NoAccount,
                    Unbanked.WhichAccount,
                    Unbanked.NotRegistered {}

    @Serdeable
    record Removed(String bankName) implements Reply {}

    /** The bank has not answered yet whether the small amount was taken. */
    @Serdeable
    record OnItsWay(String bankName) implements Reply {}

    private final Customers customers;
    private final BankAccounts accounts;
    private final Partners partners;
    private final Proofs proofs;

    Remove(Customers customers, BankAccounts accounts, Partners partners, Proofs proofs) {
        super("banking.remove", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.proofs = proofs;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers
                .calling(attempt)
                .map(customer -> remove(attempt, customer, meant(customer, input.account())))
                .orElseGet(() -> Decision.answer(new Unbanked.NotRegistered()));
    }

    private List<BankAccount> meant(Customer customer, String which) {
        return accounts.of(customer.id()).stream()
                .filter(account -> partners.keeping(account).isPresent())
                .filter(account -> accounts.isMeant(account, which))
                .toList();
    }

    private Decision<Reply> remove(Attempt attempt, Customer customer, List<BankAccount> meant) {
        if (meant.isEmpty()) {
            return Decision.answer(new Unbanked.NoAccount());
        }
        if (meant.size() > 1) {
            return Decision.answer(new Unbanked.WhichAccount());
        }
        var account = meant.getFirst();
        var bankName = account.shown(partners.of(account.partner()));
        if (account.state().equals(BankAccount.ASKED)) {
            return Decision.answer(new OnItsWay(bankName));
        }
        var draft = attempt.draft();
        if (account.isProving()) {
            proofs.giveBack(attempt, draft, customer, account);
        } else {
            draft.write(account.in(BankAccount.REMOVED))
                    .tell(customer.number(), customer.spoken(), "banking.removed", Map.of("bankName", bankName));
        }
        return Decision.propose(new Removed(bankName), draft);
    }
}
