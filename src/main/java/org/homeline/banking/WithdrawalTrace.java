package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Traced;
import org.homeline.operation.Reference;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Partners;

/** Where money stands that its owner takes to an own bank account. */
@Singleton
final class WithdrawalTrace implements Traced {
    private final BankWithdrawalRows rows;
    private final BankAccounts accounts;
    private final Partners partners;

    WithdrawalTrace(BankWithdrawalRows rows, BankAccounts accounts, Partners partners) {
        this.rows = rows;
        this.accounts = accounts;
        this.partners = partners;
    }

    @Override
    public Optional<Trace> trace(Customer customer, Reference reference) {
        return rows.findByReference(reference.text())
                .filter(one -> one.customer().equals(customer.id()))
                .map(one -> new Trace(one.amount(), where(one), stage(one), one.made()));
    }

    private String where(BankWithdrawal withdrawal) {
        return accounts.find(withdrawal.account()).map(this::shown).orElse("");
    }

    /** By its digits alone where the operator took the bank's file out. */
    private String shown(BankAccount account) {
        return partners.find(account.partner()).map(account::shown).orElseGet(() -> ".." + account.tail());
    }

    private static Stage stage(BankWithdrawal withdrawal) {
        return switch (withdrawal.state()) {
            case BankWithdrawal.DONE -> Stage.ARRIVED;
            case BankWithdrawal.RETURNED -> Stage.GIVEN_BACK;
            default -> Stage.ON_ITS_WAY;
        };
    }
}
