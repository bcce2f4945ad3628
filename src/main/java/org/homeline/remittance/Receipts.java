package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;
import org.homeline.phone.PhoneNumber;

/** What both people hear and read of a payment: the lines in their statements, the facts of the receipt, the texts. */
@Singleton
final class Receipts {
    private final Countries countries;

    Receipts(Countries countries) {
        this.countries = countries;
    }

    /**
     * @param payee where that is a customer already
     * @param within how long it waits for one who is not
     */
    void write(
            Attempt attempt,
            Draft draft,
            Customer payer,
            Optional<Customer> payee,
            Quote quote,
            Reference reference,
            Duration within) {
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
                text(payee, quote),
                Map.of(
                        "total", quote.total(),
                        "payee", quote.payeeName(),
                        "receives", quote.receives(),
                        "fee", quote.fee(),
                        "tax", quote.tax(),
                        "reference", reference,
                        "undo", RemittanceSettings.UNDO_WINDOW));
        payee.ifPresentOrElse(
                known -> tellPayee(draft, payer, known, quote, reference),
                () -> quote.payee().ifPresent(number -> tellStranger(draft, payer, number, quote, within)));
    }

    private static String text(Optional<Customer> payee, Quote quote) {
        if (quote.payee().isEmpty()) {
            return "remittance.paid-bank";
        }
        return payee.isPresent() ? "remittance.paid-deposited" : "remittance.paid-waiting";
    }

    private void tellPayee(Draft draft, Customer payer, Customer payee, Quote quote, Reference reference) {
        draft.tell(
                payee.number(),
                payee.spoken(),
                "remittance.received",
                Map.of(
                        "receives", quote.receives(),
                        "payer", payer.name(),
                        "reference", reference,
                        "dial", countries.dial(payee.number())));
    }

    private void tellStranger(Draft draft, Customer payer, PhoneNumber number, Quote quote, Duration within) {
        draft.tell(
                number,
                countries.of(quote.toCountry()).language(),
                "remittance.waits-for-you",
                Map.of(
                        "receives", quote.receives(),
                        "payer", payer.name(),
                        "within", within,
                        "dial", countries.dial(number)));
    }
}
