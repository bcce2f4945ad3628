package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Countries;
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
import org.homeline.phone.PhoneNumber;

/** Pays a quote: takes the total from the wallet, exchanges, and deposits or keeps the money for its recipient. */
@Singleton
final class Payment {
    private final Customers customers;
    private final Countries countries;
    private final Wallets wallets;
    private final Corridors corridors;
    private final Claims claims;

    Payment(Customers customers, Countries countries, Wallets wallets, Corridors corridors, Claims claims) {
        this.customers = customers;
        this.countries = countries;
        this.wallets = wallets;
        this.corridors = corridors;
        this.claims = claims;
    }

    /** Whether the wallet has the total. */
    sealed interface Prepared permits Ready, Ended.NotEnough {}

    /** It is in the draft. */
    record Ready(Ended.Paid paid, Movement movement) implements Prepared {}

    /** Adds the payment to the draft where the wallet has the total. */
    Prepared prepare(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        var notEnough = new Ended.NotEnough(customers.available(payer), quote.total());
        return wallets.spend(payer, quote.total())
                .<Prepared>map(parts -> pay(attempt, draft, payer, quote, parts, notEnough))
                .orElse(notEnough);
    }

    private Ready pay(
            Attempt attempt,
            Draft draft,
            Customer payer,
            Quote quote,
            List<Wallets.Part> parts,
            Ended.NotEnough notEnough) {
        var id = attempt.ids().next();
        var reference = attempt.reference();
        var turn = claims.turn(quote.payee());
        var payee = customers.find(attempt, quote.payee());
        var bank = bankPart(parts, quote.total());
        var received = quote.receives().allocate(weights(parts));
        var receivedBank =
                parts.size() == 1 && bank.isZero() ? Money.zero(quote.receives().currency()) : received.getLast();
        var remittance = new Remittance(
                id,
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
                payee.isPresent() ? Remittance.DEPOSITED : Remittance.WAITING,
                attempt.now(),
                attempt.now(),
                attempt.now().plus(corridor(quote).collectWithin()),
                true,
                0);
        if (payee.isEmpty()) {
            draft.write(turn);
        }
        collect(draft, remittance, parts, notEnough);
        deliver(draft, remittance, payee, new Ended.OutOfFunds(quote.receiveCurrency()));
        draft.write(quote.used());
        draft.write(remittance);
        tell(attempt, draft, payer, payee, quote, reference);
        return new Ready(
                new Ended.Paid(reference.text(), quote.payeeName(), quote.total(), quote.receives()),
                new Movement(
                        Movement.Purpose.SEND,
                        payer.id(),
                        payee.map(Customer::id).orElse(null),
                        quote.amount(),
                        quote.receives()));
    }

    /** From the wallet: the amount, the fee, the tax. While the money waits, what its sender can ask back is kept apart. */
    private static void collect(Draft draft, Remittance remittance, List<Wallets.Part> parts, Outcome notEnough) {
        var currency = remittance.amount().currency();
        var kept = remittance.waiting().isPresent() ? remittance.refundable() : Money.zero(currency);
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
     * To the recipient's wallet, keeping apart what came from a bank; or to wait for somebody who is no customer yet. A
     * payment within one currency brings what it takes.
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

    private void tell(
            Attempt attempt, Draft draft, Customer payer, Optional<Customer> payee, Quote quote, Reference reference) {
        draft.write(Activity.out(attempt, payer.id(), reference, What.SENT, quote.total(), quote.payeeName()));
        payee.ifPresent(known -> draft.write(
                Activity.in(attempt, known.id(), reference, What.RECEIVED, quote.receives(), payer.name())));
        draft.fact("reference", reference)
                .fact("amount", quote.amount())
                .fact("fee", quote.fee())
                .fact("tax", quote.tax())
                .fact("total", quote.total())
                .fact("receives", quote.receives())
                .fact("rate", new BigDecimal(quote.rate()).toPlainString())
                .fact("rate source", quote.rateSource());
        draft.tell(
                payer.number(),
                payer.spoken(),
                payee.isPresent() ? "remittance.paid-deposited" : "remittance.paid-waiting",
                Map.of(
                        "total", quote.total(),
                        "payee", quote.payeeName(),
                        "receives", quote.receives(),
                        "fee", quote.fee(),
                        "tax", quote.tax(),
                        "reference", reference,
                        "undo", RemittanceSettings.UNDO_WINDOW));
        tellPayee(draft, payer, payee, quote, reference);
    }

    private void tellPayee(Draft draft, Customer payer, Optional<Customer> payee, Quote quote, Reference reference) {
        if (payee.isPresent()) {
            draft.tell(
                    payee.get().number(),
                    payee.get().spoken(),
                    "remittance.received",
                    Map.of(
                            "receives", quote.receives(),
                            "payer", payer.name(),
                            "reference", reference,
                            "dial", countries.dial(quote.payee())));
            return;
        }
        PhoneNumber number = quote.payee();
        draft.tell(
                number,
                countries.of(quote.toCountry()).language(),
                "remittance.waits-for-you",
                Map.of(
                        "receives", quote.receives(),
                        "payer", payer.name(),
                        "within", corridor(quote).collectWithin(),
                        "dial", countries.dial(number)));
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
