package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Named;
import org.homeline.settlement.Partner;

/** A payment has arrived in an account at a bank, or comes back whole. */
@Singleton
final class ToBankErrand implements Errand, Named {
    static final String NAME = "remittance.toBank";

    private final Customers customers;
    private final RemittanceRows remittances;
    private final Refund refund;

    ToBankErrand(Customers customers, RemittanceRows remittances, Refund refund) {
        this.customers = customers;
        this.remittances = remittances;
        this.refund = refund;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<UUID> subject(Reference reference) {
        return remittances.findByReference(reference.text()).map(Remittance::id);
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        var remittance = remittances.findById(instruction.subject()).orElseThrow();
        return new Whose(payer(attempt, remittance).number(), remittance.reference());
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        var banking = banking(instruction);
        var remittance = banking.remittance();
        var payer = payer(attempt, remittance);
        var kept = remittance.refundable();
        draft.move(
                        remittance.refundHolding(),
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, kept.currency()),
                        kept,
                        TransferCode.CLAIM)
                .write(banking.banked(attempt.now()))
                .fact("reference", remittance.reference())
                .tell(
                        payer.number(),
                        payer.spoken(),
                        "remittance.banked",
                        Map.of(
                                "receives", remittance.receives(),
                                "payee", remittance.payeeShown(),
                                "reference", remittance.reference()));
        return Optional.empty();
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var banking = banking(instruction);
        var remittance = banking.remittance();
        var payer = payer(attempt, remittance);
        var movement = refund.prepare(attempt, draft, payer, banking, banking.declined(attempt.now()));
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.bank-declined",
                Map.of(
                        "receives", remittance.receives(),
                        "payee", remittance.payeeShown(),
                        "why", why.say(attempt.texts(), payer.spoken()),
                        "total", remittance.total(),
                        "reference", remittance.reference()));
        return Optional.of(movement);
    }

    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var banked = remittances
                .findById(instruction.subject())
                .flatMap(Remittance::banked)
                .orElseThrow();
        var remittance = banked.remittance();
        var payer = payer(attempt, remittance);
        var movement = refund.prepareReturned(attempt, draft, payer, banked, atBank, notThere);
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.bank-sent-back",
                Map.of(
                        "receives", remittance.receives(),
                        "payee", remittance.payeeShown(),
                        "total", remittance.total(),
                        "reference", remittance.reference()));
        return Optional.of(movement);
    }

    private Remittance.Banking banking(Instruction instruction) {
        return remittances
                .findById(instruction.subject())
                .flatMap(Remittance::banking)
                .orElseThrow();
    }

    private Customer payer(Attempt attempt, Remittance remittance) {
        return customers.find(attempt, remittance.payer()).orElseThrow();
    }
}
