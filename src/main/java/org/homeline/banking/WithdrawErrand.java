package org.homeline.banking;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Account;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Named;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** Money arrived in a linked account, or goes back to the wallet it left. */
@Singleton
final class WithdrawErrand implements Errand, Named {
    static final String NAME = "banking.withdraw";

    private final Customers customers;
    private final BankAccounts accounts;
    private final Partners partners;
    private final BankWithdrawalRows withdrawals;

    WithdrawErrand(Customers customers, BankAccounts accounts, Partners partners, BankWithdrawalRows withdrawals) {
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.withdrawals = withdrawals;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<UUID> subject(Reference reference) {
        return withdrawals.findByReference(reference.text()).map(BankWithdrawal::id);
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        var withdrawal = withdrawals.findById(instruction.subject()).orElseThrow();
        return new Whose(owner(attempt, withdrawal).number(), withdrawal.reference());
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        var withdrawal = withdrawals.findById(instruction.subject()).orElseThrow();
        var customer = owner(attempt, withdrawal);
        draft.write(withdrawal.in(BankWithdrawal.DONE))
                .fact("reference", withdrawal.reference())
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "banking.paid-out",
                        Map.of(
                                "amount", withdrawal.amount(),
                                "bankName", shown(withdrawal),
                                "reference", withdrawal.reference()));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var withdrawal = withdrawals.findById(instruction.subject()).orElseThrow();
        var said = why.say(attempt.texts(), owner(attempt, withdrawal).spoken());
        return Optional.of(
                refund(attempt, draft, withdrawal, withdrawal.holding(), "banking.not-paid-out", Map.of("why", said)));
    }

    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var withdrawal = withdrawals.findById(instruction.subject()).orElseThrow();
        return Optional.of(refund(attempt, draft, withdrawal, atBank, "banking.sent-back", Map.of()));
    }

    /** @param from where the money is that goes into the wallet again: each part to where it was */
    private Movement refund(
            Attempt attempt,
            Draft draft,
            BankWithdrawal withdrawal,
            Account from,
            String text,
            Map<String, Object> more) {
        var customer = owner(attempt, withdrawal);
        var amount = withdrawal.amount();
        var wallet = customer.wallet(amount.currency());
        var bankName = shown(withdrawal);
        draft.move(from, wallet.getFirst(), withdrawal.cash(), TransferCode.REFUND)
                .move(from, wallet.getLast(), withdrawal.bank(), TransferCode.REFUND)
                .write(withdrawal.in(BankWithdrawal.RETURNED))
                .write(Activity.in(
                        attempt, customer.id(), new Reference(withdrawal.reference()), What.REFUNDED, amount, bankName))
                .fact("reference", withdrawal.reference());
        var values = new HashMap<String, Object>(more);
        values.put("amount", amount);
        values.put("bankName", bankName);
        values.put("reference", withdrawal.reference());
        draft.tell(customer.number(), customer.spoken(), text, values);
        return Movement.refund(customer.id(), amount, amount, new Movement.Counted(amount, withdrawal.made()));
    }

    private Customer owner(Attempt attempt, BankWithdrawal withdrawal) {
        return customers.find(attempt, withdrawal.customer()).orElseThrow();
    }

    private String shown(BankWithdrawal withdrawal) {
        var account = accounts.find(withdrawal.account()).orElseThrow();
        return account.shown(partners.of(account.partner()));
    }
}
