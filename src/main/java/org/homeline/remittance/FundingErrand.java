package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Recovery;
import org.homeline.ledger.Account;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Errand;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;

/**
 * What the wallet lacked has come from the payer's bank, and pays the quote in the same journal; or it has not. The payment was
 * counted against the limits when it was ordered.
 */
@Singleton
final class FundingErrand implements Errand {
    private final Customers customers;
    private final QuoteRows quotes;
    private final OwnBank ownBank;
    private final Payment payment;
    private final Instructions instructions;
    private final Recovery recovery;

    FundingErrand(
            Customers customers,
            QuoteRows quotes,
            OwnBank ownBank,
            Payment payment,
            Instructions instructions,
            Recovery recovery) {
        this.customers = customers;
        this.quotes = quotes;
        this.ownBank = ownBank;
        this.payment = payment;
        this.instructions = instructions;
        this.recovery = recovery;
    }

    @Override
    public String name() {
        return Funding.NAME;
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        var quote = quotes.findById(instruction.subject()).orElseThrow();
        return new Whose(
                payer(attempt, quote).number(),
                instructions.details(instruction).description());
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        var quote = quotes.findById(instruction.subject()).orElseThrow();
        var payer = payer(attempt, quote);
        var amount = instruction.amount();
        draft.write(Activity.in(attempt, payer.id(), attempt.reference(), What.BANK_IN, amount, ownBank.shown(quote)));
        if (attempt.now().isBefore(quote.expires()) && payment.payWith(attempt, draft, payer, quote, instruction)) {
            return Optional.empty();
        }
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.funded-not-paid",
                Map.of("amount", amount, "ownBank", ownBank.shown(quote), "payee", quote.payeeName()));
        return ended(draft, payer, quote, instruction);
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        var quote = quotes.findById(instruction.subject()).orElseThrow();
        var payer = payer(attempt, quote);
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.not-funded",
                Map.of(
                        "amount", instruction.amount(),
                        "ownBank", ownBank.shown(quote),
                        "payee", quote.payeeName(),
                        "why", why.say(attempt.texts(), payer.spoken())));
        return ended(draft, payer, quote, instruction);
    }

    /** What was paid with it stays paid, or can be undone by the sender as ever: only the wallet gives back. */
    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        var quote = quotes.findById(instruction.subject()).orElseThrow();
        return recovery.take(attempt, draft, payer(attempt, quote), instruction.amount(), ownBank.shown(quote), atBank);
    }

    /** Nothing was sent: it counts against no limit any more. */
    private static Optional<Movement> ended(Draft draft, Customer payer, Quote quote, Instruction instruction) {
        draft.write(quote.used());
        var counted = new Movement.Counted(quote.amount(), instruction.made());
        return Optional.of(Movement.refund(payer.id(), quote.amount(), quote.amount(), counted));
    }

    private Customer payer(Attempt attempt, Quote quote) {
        return customers.find(attempt, quote.payer()).orElseThrow();
    }
}
