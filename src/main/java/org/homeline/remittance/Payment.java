package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Wallets;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.operation.Refused;
import org.homeline.settlement.Instruction;

/** Pays a quote: takes the total from the wallet, exchanges, and deposits or keeps the money for its recipient. */
@Singleton
final class Payment {
    /** What stands on a bank account's statement beside the reference. */
    static final String SENDER = "HOMELINE ";

    private final Customers customers;
    private final Wallets wallets;
    private final Corridors corridors;
    private final Claims claims;
    private final Receipts receipts;
    private final Funding funding;
    private final Arrivals arrivals;
    private final BankDeposit bankDeposit;

    Payment(
            Customers customers,
            Wallets wallets,
            Corridors corridors,
            Claims claims,
            Receipts receipts,
            Funding funding,
            Arrivals arrivals,
            BankDeposit bankDeposit) {
        this.customers = customers;
        this.wallets = wallets;
        this.corridors = corridors;
        this.claims = claims;
        this.receipts = receipts;
        this.funding = funding;
        this.arrivals = arrivals;
        this.bankDeposit = bankDeposit;
    }

    /** Whether the wallet has the total, or is to get it. */
    sealed interface Prepared permits Ready, Funded, Ended.NotEnough, Ended.QuoteExpired {}

    /** The payment is in the draft. */
    record Ready(Ended.Paid paid, Movement movement) implements Prepared {}

    /** What comes before it is in the draft: the payer's bank is asked. */
    record Funded(Ended.FundingAsked asked, Movement movement) implements Prepared {}

    /** What to answer where the ledger or a guard refuses. */
    private record Refusals(Outcome notEnough, Outcome outOfFunds, Outcome bankFull) {
        /** Nobody is there to be told: what was looked up has changed, and it is decided again. */
        private static final Refusals DECIDE_AGAIN =
                new Refusals(new Refused(Refused.BUSY), new Refused(Refused.BUSY), new Refused(Refused.BUSY));
    }

    /**
     * Adds the payment to the draft where the wallet has the total; else what gets that from the payer's bank. Cash that the tax
     * did not count does not pay.
     */
    Prepared prepare(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        var available = customers.available(payer);
        var notEnough = new Ended.NotEnough(available, quote.total());
        var parts = wallets.spend(payer, quote.total(), quote.mostCash(), Money.zero(available.currency()));
        if (parts.isEmpty()) {
            return funding.ask(attempt, draft, payer, quote, wallets.spendable(payer, quote.mostCash()))
                    .<Prepared>map(asked -> new Funded(asked, movement(attempt, payer, quote)))
                    .orElseGet(() -> available.compareTo(quote.total()) < 0 ? notEnough : new Ended.QuoteExpired());
        }
        var refusals = new Refusals(
                notEnough, new Ended.OutOfFunds(quote.receiveCurrency()), new Ended.BankFull(quote.payeeName()));
        var reference = pay(attempt, draft, payer, quote, parts.get(), attempt.now(), refusals);
        return new Ready(
                new Ended.Paid(reference.text(), quote.payeeName(), quote.total(), quote.receives()),
                movement(attempt, payer, quote));
    }

    /**
     * Adds the payment to the draft that puts the rest of the total into the wallet.
     *
     * @param instruction by which it comes; with it the payment was counted against the limits
     * @return false where it can't be paid any more; then the draft has no payment
     */
    boolean payWith(Attempt attempt, Draft draft, Customer payer, Quote quote, Instruction instruction) {
        var parts = wallets.spend(payer, quote.total(), quote.mostCash(), instruction.amount());
        if (parts.isEmpty() || !arrivals.isPossible(attempt, draft, payer, quote)) {
            return false;
        }
        pay(attempt, draft, payer, quote, parts.get(), instruction.made(), Refusals.DECIDE_AGAIN);
        return true;
    }

    /** A bank account is no customer's, nor a stranger's who would be sent texts. */
    private Movement movement(Attempt attempt, Customer payer, Quote quote) {
        var payee = quote.payee().flatMap(number -> customers.find(attempt, number));
        return new Movement(
                quote.payee().isPresent() ? Movement.Purpose.SEND : Movement.Purpose.BANK_OUT,
                payer.id(),
                payee.map(Customer::id).orElse(null),
                quote.amount(),
                quote.receives());
    }

    private Reference pay(
            Attempt attempt,
            Draft draft,
            Customer payer,
            Quote quote,
            List<Wallets.Part> parts,
            Instant counted,
            Refusals refusals) {
        var reference = attempt.reference();
        var turn = quote.payee().map(claims::turn);
        var payee = quote.payee().flatMap(number -> customers.find(attempt, number));
        var remittance = remittance(attempt, payer, payee, quote, parts, counted, reference);
        if (payee.isEmpty()) {
            turn.ifPresent(draft::write);
        }
        collect(draft, remittance, parts, refusals.notEnough());
        deliver(draft, remittance, payee, refusals.outOfFunds());
        bankDeposit.give(attempt, draft, quote, remittance, refusals.bankFull());
        draft.write(quote.used());
        draft.write(remittance);
        receipts.write(
                attempt, draft, payer, payee, quote, reference, corridor(quote).collectWithin());
        return reference;
    }

    private Remittance remittance(
            Attempt attempt,
            Customer payer,
            Optional<Customer> payee,
            Quote quote,
            List<Wallets.Part> parts,
            Instant counted,
            Reference reference) {
        var bank = bankPart(parts, quote.total());
        var received = quote.receives().allocate(weights(parts));
        var receivedBank =
                parts.size() == 1 && bank.isZero() ? Money.zero(quote.receives().currency()) : received.getLast();
        return new Remittance(
                attempt.ids().next(),
                reference.text(),
                payer.id(),
                payer.phone(),
                quote.payeePhone(),
                payee.map(Customer::id).orElse(null),
                quote.fromCountry(),
                quote.toCountry(),
                quote.sendCurrency(),
                quote.amountMinor(),
                quote.feeMinor(),
                quote.taxMinor(),
                bank.minor(),
                quote.receiveCurrency(),
                quote.receiveMinor(),
                receivedBank.minor(),
                quote.rate(),
                state(payee, quote),
                attempt.now(),
                counted,
                attempt.now(),
                attempt.now().plus(corridor(quote).collectWithin()),
                true,
                quote.payee().isEmpty() ? quote.payeeName() : null,
                0);
    }

    private static String state(Optional<Customer> payee, Quote quote) {
        if (quote.payee().isEmpty()) {
            return Remittance.BANKING;
        }
        return payee.isPresent() ? Remittance.DEPOSITED : Remittance.WAITING;
    }

    /** From the wallet: the amount, the fee, the tax. While the money is held, what its sender can ask back is kept apart. */
    private static void collect(Draft draft, Remittance remittance, List<Wallets.Part> parts, Outcome notEnough) {
        var currency = remittance.amount().currency();
        var kept = remittance.held().isPresent() ? remittance.refundable() : Money.zero(currency);
        var sources = parts.stream()
                .map(part -> new Legs.End(part.account(), part.amount(), TransferCode.SEND))
                .toList();
        var destinations = List.of(
                new Legs.End(remittance.refundHolding(), kept, TransferCode.SEND),
                new Legs.End(
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, currency),
                        remittance.amount().minus(kept),
                        TransferCode.SEND),
                new Legs.End(Account.ofOperator(AccountCode.FEES, currency), remittance.fee(), TransferCode.FEE),
                new Legs.End(Account.ofOperator(AccountCode.TAXES, currency), remittance.tax(), TransferCode.TAX));
        Legs.pair(sources, destinations, false)
                .forEach(leg -> draft.move(
                        leg.debit(),
                        leg.credit(),
                        leg.amount(),
                        leg.code(),
                        Map.of(Refusal.EXCEEDS_CREDITS, notEnough)));
    }

    /**
     * To the recipient's wallet, keeping apart what came from a bank; or to be held for somebody who is no customer yet, or
     * until a bank has it. A payment within one currency brings what it takes.
     */
    private void deliver(Draft draft, Remittance remittance, Optional<Customer> payee, Outcome outOfFunds) {
        var receives = remittance.receives();
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, receives.currency());
        var otherwise = Map.of(Refusal.EXCEEDS_CREDITS, outOfFunds);
        if (payee.isEmpty()) {
            draft.move(position, remittance.holding(), receives, TransferCode.EXCHANGE, otherwise);
            return;
        }
        var bank = new Money(remittance.receiveBankMinor(), receives.currency());
        var wallet = payee.get().wallet(receives.currency());
        draft.move(position, wallet.getFirst(), receives.minus(bank), TransferCode.DELIVER, otherwise);
        draft.move(position, wallet.getLast(), bank, TransferCode.DELIVER, otherwise);
    }

    private Corridor corridor(Quote quote) {
        return corridors
                .find(quote.fromCountry(), quote.toCountry())
                .orElseThrow(() -> new IllegalStateException("the corridor of an open quote was taken out"));
    }

    private static Money bankPart(List<Wallets.Part> parts, Money total) {
        return parts.stream()
                .filter(part -> part.account().code() == AccountCode.WALLET_BANK)
                .map(Wallets.Part::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    private static List<Long> weights(List<Wallets.Part> parts) {
        var weights = new ArrayList<Long>();
        parts.forEach(part -> weights.add(part.amount().minor()));
        return weights;
    }
}
