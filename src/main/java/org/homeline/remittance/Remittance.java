package org.homeline.remittance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A payment and where its money stands. Only a {@link Held} one can still become something else, and a {@link Banked} one where
 * the bank sends it back.
 *
 * @param payeePhone empty where the payee is an account at a bank
 * @param payee the customer who has the money; null while it waits, and where it went back
 * @param totalBankMinor which part of what the sender paid came from a bank account
 * @param receiveBankMinor which part of what arrives counts as from a bank account
 * @param state one of the constants
 * @param counted when it was counted against the limits: before it was paid where the payer's bank had to give first
 * @param changed since when it is in its state
 * @param expires until when it waits for somebody who is not a customer
 * @param refundKept whether {@link #refundable} was put into {@link #refundHolding}; not where it was paid before there was one
 * @param bankPayee how the payee's account at a bank is shown; null for any other payee
 */
@MappedEntity("remittance")
record Remittance(
        @Id UUID id,
        String reference,
        UUID payer,
        String payerPhone,
        String payeePhone,
        @Nullable UUID payee,
        String fromCountry,
        String toCountry,
        String sendCurrency,
        long amountMinor,
        long feeMinor,
        long taxMinor,
        long totalBankMinor,
        String receiveCurrency,
        long receiveMinor,
        long receiveBankMinor,
        String rate,
        String state,
        Instant paid,
        Instant counted,
        Instant changed,
        Instant expires,
        boolean refundKept,
        @Nullable String bankPayee,
        long version)
        implements Row {
    static final String WAITING = "waiting";
    static final String DEPOSITED = "deposited";
    static final String COLLECTED = "collected";
    static final String UNDONE = "undone";
    static final String RETURNED = "returned";
    /** On its way to an account at a bank. */
    static final String BANKING = "banking";
    /** There. */
    static final String BANKED = "banked";
    /** The bank did not take it, or sent it back later: everything went back. */
    static final String DECLINED = "declined";

    Money amount() {
        return Money.of(amountMinor, sendCurrency);
    }

    Money fee() {
        return Money.of(feeMinor, sendCurrency);
    }

    Money tax() {
        return Money.of(taxMinor, sendCurrency);
    }

    Money total() {
        return amount().plus(fee()).plus(tax());
    }

    Money receives() {
        return Money.of(receiveMinor, receiveCurrency);
    }

    /** Where the money is while it waits: an account for each, so that each can be seen to be right. */
    Account holding() {
        return new Account(AccountCode.PICKUP_HOLDING, id, receives().currency());
    }

    /**
     * What the sender can ask back beyond what is in {@link #holding} while the money waits: all of the amount where it was
     * exchanged.
     */
    Money refundable() {
        var amount = amount();
        if (!refundKept) {
            return Money.zero(amount.currency());
        }
        if (!sendCurrency.equals(receiveCurrency)) {
            return amount;
        }
        return receiveMinor < amountMinor ? amount.minus(receives()) : Money.zero(amount.currency());
    }

    /** Where that is while the money waits: nobody can sell or be paid it. */
    Account refundHolding() {
        return Account.ofOperator(AccountCode.REFUND_HOLDING, amount().currency());
    }

    PhoneNumber payerNumber() {
        return new PhoneNumber(payerPhone);
    }

    PhoneNumber payeeNumber() {
        return new PhoneNumber(payeePhone);
    }

    /** How the payee is shown: by number, or by the account at a bank. */
    String payeeShown() {
        return bankPayee == null ? payeePhone : bankPayee;
    }

    Optional<Waiting> waiting() {
        return state.equals(WAITING) ? Optional.of(new Waiting(this)) : Optional.empty();
    }

    Optional<Banking> banking() {
        return state.equals(BANKING) ? Optional.of(new Banking(this)) : Optional.empty();
    }

    Optional<Banked> banked() {
        return state.equals(BANKED) ? Optional.of(new Banked(this)) : Optional.empty();
    }

    Optional<Held> held() {
        return waiting().<Held>map(waiting -> waiting).or(this::banking);
    }

    /** One whose money is in pickup holding. */
    sealed interface Held {
        Remittance remittance();
    }

    /** One that waits for somebody who is not a customer yet. */
    record Waiting(Remittance remittance) implements Held {
        Remittance collectedBy(UUID customer, Instant now) {
            return remittance.in(COLLECTED, customer, now);
        }

        Remittance undone(Instant now) {
            return remittance.in(UNDONE, null, now);
        }

        Remittance returned(Instant now) {
            return remittance.in(RETURNED, null, now);
        }
    }

    /** One that a bank was told to take. */
    record Banking(Remittance remittance) implements Held {
        Remittance banked(Instant now) {
            return remittance.in(BANKED, null, now);
        }

        Remittance declined(Instant now) {
            return remittance.in(DECLINED, null, now);
        }

        Remittance undone(Instant now) {
            return remittance.in(UNDONE, null, now);
        }
    }

    /** One that a bank took: it can still send it back. */
    record Banked(Remittance remittance) {
        Remittance declined(Instant now) {
            return remittance.in(DECLINED, null, now);
        }
    }

    /** Whether the sender may still take it back, as far as time goes. */
    boolean isUndoTime(Instant now) {
        return !now.isAfter(paid.plus(RemittanceSettings.UNDO_WINDOW));
    }

    private Remittance in(String next, @Nullable UUID holder, Instant now) {
        return new Remittance(
                id,
                reference,
                payer,
                payerPhone,
                payeePhone,
                holder,
                fromCountry,
                toCountry,
                sendCurrency,
                amountMinor,
                feeMinor,
                taxMinor,
                totalBankMinor,
                receiveCurrency,
                receiveMinor,
                receiveBankMinor,
                rate,
                next,
                paid,
                counted,
                now,
                expires,
                refundKept,
                bankPayee,
                version);
    }
}
