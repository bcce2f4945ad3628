package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeline.database.Transactions;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.simulator.bank.Fault;
import org.homeline.testing.BankTown;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments to accounts at banks, and payments that the sender's own bank fills up. */
final class BankPaymentTest {
    private static final int RACES = 12;
    private static final String AMINA = "+12025550143";
    private static final String GRACE = "+12025550144";
    private static final String SHOP = "+12025550199";
    private static final String KENYAN = "+254712345678";
    private static final String STRANGER = "+254733444555";
    /** In New York, by the customers' clock. */
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T05:00:00Z");

    private final BankTown town = new BankTown();
    private final Desk desk = town.people().desk();

    @BeforeEach
    void pockets() {
        town.customer(AMINA, "Amina Otieno", "200");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theBanksOfTheCorridorsCanBeSentTo() {
        assertThat(desk.sms(AMINA, "remittance.banks", Map.of(), ""))
                .isEqualTo(new ListBanks.Reachable(List.of(new ListBanks.Entry("demo-ke", "Demo Bank Kenya"))));
        assertThat(quoteToBank("demo-us", BankTown.DOLLARS, "50"))
                .isEqualTo(new QuoteToBank.UnknownBank(List.of(new ListBanks.Entry("demo-ke", "Demo Bank Kenya"))));
        assertThat(quoteToBank("demo-ke", "12", "50")).isEqualTo(new QuoteToBank.BadAccount("Demo Bank Kenya"));
        assertThat(quoteToBank("demo-ke", BankTown.SHILLINGS, "x")).isEqualTo(new Offered.BadAmount());
        town.customer("+233241234567", "Kofi Mensah", "0");
        assertThat(desk.ussd("+233241234567", "remittance.banks", Map.of(), "")).isEqualTo(new ListBanks.NoBanks());
    }

    @Test
    void aPaymentArrivesInTheAccount() {
        var quoted = done(quoteToBank("DEMO-KE", "98765 43210", "50"), "Quoted");
        assertThat(part(quoted, "payee")).isEqualTo("..3210 Demo Bank Kenya");
        assertThat(part(quoted, "cancellable")).isEqualTo(false);
        assertThat(part(quoted, "pinNeeded")).isEqualTo(true);
        assertThat(pay(quoted, "")).isEqualTo(new Refused(Refused.PIN_NEEDED));
        var paid = done(pay(quoted, People.PIN), "Paid");
        town.heard(AMINA, "goes to ..3210 Demo Bank Kenya");
        var receives = (Money) part(quoted, "receives");
        assertThat(town.heard(AMINA, " is in "))
                .endsWith(" is in ..3210 Demo Bank Kenya. Ref " + part(paid, "reference") + ".");
        assertThat(town.ke().statement(BankTown.SHILLINGS).getLast().amountMinor())
                .isEqualTo(receives.minor());
        assertThat(part(desk.sms(AMINA, "remittance.status", Map.of(), ""), "state"))
                .isEqualTo("in the bank account");
        assertThat(undo(paid)).isEqualTo(new Undo.AlreadyCollected());
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void whatTheBankDeclinesComesBackWholeFeesAndTaxesToo() {
        town.ke().fault(Fault.decline("14", "0220"));
        var paid = done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "50"), People.PIN), "Paid");
        assertThat(town.heard(AMINA, "did not reach"))
                .contains("did not reach ..3210 Demo Bank Kenya: the bank knows no such account.")
                .contains("is back in your wallet, fees too.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(200_00L, 0L);
        assertThat(part(desk.sms(AMINA, "remittance.status", Map.of(), ""), "state"))
                .isEqualTo("declined and given back");
        assertThat(undo(paid)).isEqualTo(new Undo.AlreadyUndone());
        assertThat(counted("limit-day")).isZero();
        assertThat(town.broken()).isEmpty();
    }

    /** While the bank has not answered nothing can be undone, and the audit finds the money held. */
    @Test
    void whatIsOnItsWayCantBeUndone() {
        town.ke().fault(Fault.of(Fault.Kind.DROP_REQUEST, "0220"));
        var paid = done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "50"), People.PIN), "Paid");
        Eventually.holds(() -> instructions("state = 'sent'") == 1, this::status);
        assertThat(undo(paid)).isEqualTo(new Undo.OnItsWay("..3210 Demo Bank Kenya"));
        var shown = desk.operator("customer.show", Map.of("phone", AMINA));
        var whole = ((Money) part(shown, "available")).plus((Money) part(shown, "held"));
        assertThat(whole).as("what the operator sees").isEqualTo(Money.of(200_00, "USD"));
        assertThat(town.broken()).isEmpty();
    }

    /** What no bank was told of yet is the sender's to take back (12 CFR 1005.34), and is never sent. */
    @Test
    void whatStillWaitsForItsBankCanBeUndone() {
        cutOff();
        var paid = done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "50"), People.PIN), "Paid");
        assertThat(desk.sms(AMINA, "remittance.checkUndo", Map.of("reference", part(paid, "reference")), "")
                        .toString())
                .startsWith("Undoable");
        done(undo(paid), "Undone");
        assertThat(town.heard(AMINA, "Undone")).contains("is back in your wallet");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(200_00L, 0L);
        assertThat(undo(paid)).isEqualTo(new Undo.AlreadyUndone());
        assertThat(counted("limit-day")).isZero();
        assertThat(instructions("state = 'cancelled' and due is null")).isOne();
        assertThat(town.ke().statement(BankTown.SHILLINGS)).hasSize(1);
        assertThat(town.broken()).isEmpty();
    }

    /** Undone while the link takes it up: it is one or the other, there as here. */
    @Test
    void whatIsUndoneAtTheLastMomentIsNotSent() {
        int undone = 0;
        for (int i = 0; i < RACES; i++) {
            var paid = done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "5"), People.PIN), "Paid");
            undone += undo(paid) instanceof Undo.Undone ? 1 : 0;
            town.clock().advance(Duration.ofSeconds(1));
        }
        int sent = RACES - undone;
        Eventually.holds(() -> instructions("state = 'settled'") == sent, this::status);
        assertThat(instructions("state = 'cancelled'")).isEqualTo(undone);
        assertThat(town.ke().statement(BankTown.SHILLINGS)).hasSize(1 + sent);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void afterHalfAnHourNothingIsUndone() {
        cutOff();
        var paid = done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "50"), People.PIN), "Paid");
        town.clock().advance(RemittanceSettings.UNDO_WINDOW.plusSeconds(1));
        done(undo(paid), "TooLate");
        assertThat(instructions("state = 'queued'")).isOne();
    }

    /** Ten payments a day go to people who are not customers; an account at a bank is no such person. */
    @Test
    void aBankAccountIsNoStranger() {
        done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "10"), People.PIN), "Paid");
        assertThat(counted("strangers")).isZero();
        done(pay(quote("10"), People.PIN), "Paid");
        assertThat(counted("strangers")).isOne();
    }

    @Test
    void aBankThatIsOwedTooMuchGetsNoMore() {
        done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "10"), People.PIN), "Paid");
        town.heard(AMINA, " is in ");
        var before = town.wallet(AMINA, "USD");
        sql("update account set credits_posted = credits_posted + 500000000"
                + " where code = 'settlement' and currency = 'KES'");
        assertThat(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "50"), People.PIN))
                .isEqualTo(new Ended.BankFull("..3210 Demo Bank Kenya"));
        assertThat(town.wallet(AMINA, "USD")).isEqualTo(before);
    }

    @Test
    void withoutALinkedAccountTheWalletMustHaveTheTotal() {
        done(quote("500"), "NotEnough");
    }

    /** IRC 4475: one percent of what came in as cash, nothing of what comes from a bank. */
    @Test
    void whatTheWalletLacksComesFromTheBankAndIsNotTaxed() {
        town.linked(AMINA, BankTown.DOLLARS);
        var quoted = done(quote("300"), "QuotedFromBank");
        assertThat(part(quoted, "tax")).isEqualTo(Money.of(2_00, "USD"));
        var total = (Money) part(quoted, "total");
        assertThat(part(quoted, "fromBank")).isEqualTo(total.minus(Money.of(200_50, "USD")));
        assertThat(part(quoted, "ownBank")).isEqualTo("..6789 Demo Bank");
        assertThat(pay(quoted, "")).isEqualTo(new Refused(Refused.PIN_NEEDED));
        assertThat(pay(quoted, People.PIN))
                .isEqualTo(new Ended.FundingAsked(STRANGER, total.minus(Money.of(200_50, "USD")), "..6789 Demo Bank"));
        town.heard(AMINA, "Sent " + words(total));
        town.heard(STRANGER, "Amina Otieno sent you");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 0L);
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().amountMinor())
                .isEqualTo(200_50 - total.minor());
        assertThat(counted("limit-day")).isEqualTo(300_00);
        assertThat(town.broken()).isEmpty();
    }

    /** All of it from the bank: no tax at all; all in cash: on everything. */
    @Test
    void theTaxFollowsWhereTheMoneyCameFrom() {
        cashless();
        assertThat(part(quoteOf(GRACE, "100"), "tax")).isEqualTo(Money.of(0, "USD"));
        assertThat(part(quoteOf(AMINA, "100"), "tax")).isEqualTo(Money.of(1_00, "USD"));
    }

    /** The bank gives what was promised, whatever cash is there by then. */
    @Test
    void cashPaidInAfterTheQuoteIsNotSentUntaxed() {
        cashless();
        var quoted = quoteOf(GRACE, "100");
        town.people().cashIn(SHOP, GRACE, "300");
        assertThat(part(done(pay(GRACE, quoted, People.PIN), "FundingAsked"), "fromBank"))
                .isEqualTo(part(quoted, "fromBank"));
        town.heard(GRACE, "Sent ");
        assertThat(town.wallet(GRACE, "USD")).containsExactly(300_00L, 0L);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void cashPaidInWhileTheBankIsAskedIsNotSentUntaxed() {
        cashless();
        town.us().fault(Fault.delay(Duration.ofSeconds(3), "0200"));
        done(pay(GRACE, quoteOf(GRACE, "100"), People.PIN), "FundingAsked");
        town.people().cashIn(SHOP, GRACE, "300");
        town.heard(GRACE, "Sent ");
        assertThat(town.wallet(GRACE, "USD")).containsExactly(300_00L, 0L);
        assertThat(town.broken()).isEmpty();
    }

    /** Cash alone would do, but not at this tax: a new quote has the right one. */
    @Test
    void whereTheBankCannotGiveWhatWasPromisedUntaxedCashDoesNotStandIn() {
        cashless();
        var quoted = quoteOf(GRACE, "100");
        town.people().cashIn(SHOP, GRACE, "300");
        done(desk.sms(GRACE, "banking.remove", Map.of("account", "6789"), People.PIN), "Removed");
        assertThat(pay(GRACE, quoted, People.PIN)).isEqualTo(new Ended.QuoteExpired());
        var taxed = quoteOf(GRACE, "100");
        assertThat(part(taxed, "tax")).isEqualTo(Money.of(1_00, "USD"));
        done(pay(GRACE, taxed, People.PIN), "Paid");
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void whereThePartFromTheBankIsSpentMeanwhileUntaxedCashDoesNotStandIn() {
        cashless();
        town.us().fault(Fault.delay(Duration.ofSeconds(3), "0200"));
        var quoted = quoteOf(GRACE, "100");
        done(pay(GRACE, quoted, People.PIN), "FundingAsked");
        town.people().cashIn(SHOP, GRACE, "300");
        sql("update account set debits_posted = credits_posted where code = 'wallet-bank' and currency = 'USD'");
        town.heard(GRACE, "could not be paid in time");
        assertThat(town.wallet(GRACE, "USD")).containsExactly(300_00L, ((Money) part(quoted, "fromBank")).minor());
        assertThat(counted("limit-day")).isZero();
    }

    /** What is taxed as cash pays as cash, whatever was added. */
    @Test
    void whatIsTaxedWholeIsPaidFromWhateverCashThereIs() {
        town.linked(AMINA, BankTown.DOLLARS);
        var quoted = done(quote("200"), "QuotedFromBank");
        assertThat(part(quoted, "tax")).isEqualTo(Money.of(2_00, "USD"));
        town.people().cashIn(SHOP, AMINA, "100");
        var total = (Money) part(done(pay(quoted, People.PIN), "Paid"), "total");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(300_00 - total.minor(), 50L);
    }

    /** Ordered just before midnight, paid after it, undone: what else was sent on the new day still counts. */
    @Test
    void whatIsUndoneIsFreeAgainOnTheDayOnWhichItWasOrdered() {
        town.linked(AMINA, BankTown.DOLLARS);
        town.clock().advance(Duration.between(town.clock().instant(), MIDNIGHT.minusMillis(1)));
        var quoted = quote("300");
        town.us().fault(Fault.delay(Duration.ofSeconds(3), "0200"));
        done(pay(quoted, People.PIN), "FundingAsked");
        town.clock().advance(Duration.ofSeconds(1));
        var sent = town.heard(AMINA, "Sent ");
        assertThat(counted("limit-day:%:USD:2026-03-02")).isEqualTo(300_00);
        town.people().cashIn(SHOP, AMINA, "50");
        done(pay(quote("10"), People.PIN), "Paid");
        var reference = sent.replaceAll("(?s).*Ref ([A-Z0-9]+).*", "$1");
        done(desk.sms(AMINA, "remittance.undo", Map.of("reference", reference), ""), "Undone");
        assertThat(counted("limit-day:%:USD:2026-03-03")).isEqualTo(10_00);
        assertThat(counted("limit-month")).isEqualTo(10_00);
    }

    @Test
    void whereTheBankDeclinesNothingIsSentAndTheLimitsAreFreeAgain() {
        town.linked(AMINA, BankTown.POOR);
        done(pay(quote("300"), People.PIN), "FundingAsked");
        assertThat(town.heard(AMINA, "was not paid"))
                .endsWith("did not come from ..6790 Demo Bank: there is too little money in the account.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(200_00L, 50L);
        assertThat(counted("limit-day")).isZero();
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void whatComesTooLateToPayStaysInTheWallet() {
        town.linked(AMINA, BankTown.DOLLARS);
        var quoted = quote("300");
        town.clock().advance(RemittanceSettings.QUOTE_LIFETIME.minus(Duration.ofMillis(1)));
        town.us().fault(Fault.delay(Duration.ofSeconds(3), "0200"));
        done(pay(quoted, People.PIN), "FundingAsked");
        town.clock().advance(Duration.ofSeconds(1));
        town.heard(AMINA, "could not be paid in time");
        var wallet = town.wallet(AMINA, "USD");
        assertThat(wallet.getFirst()).isEqualTo(200_00);
        assertThat(wallet.getFirst() + wallet.getLast()).isEqualTo(((Money) part(quoted, "total")).minor());
        assertThat(counted("limit-day")).isZero();
        assertThat(town.broken()).isEmpty();
    }

    /** To an account, with money from an account. */
    @Test
    void oneBankGivesAndAnotherGets() {
        town.linked(AMINA, BankTown.DOLLARS);
        done(pay(quoteToBank("demo-ke", BankTown.SHILLINGS, "300"), People.PIN), "FundingAsked");
        town.heard(AMINA, "goes to ..3210 Demo Bank Kenya");
        town.heard(AMINA, " is in ..3210 Demo Bank Kenya");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 0L);
        assertThat(town.broken()).isEmpty();
    }

    /** What may not be held by its recipient stays with its sender. */
    @Test
    void aRecipientWhoseWalletIsFullGetsNothing() {
        town.customer(KENYAN, "Juma Otieno", "0");
        town.linked(AMINA, BankTown.DOLLARS);
        var quoted = quoteOf(AMINA, KENYAN, "300");
        fill();
        done(pay(quoted, People.PIN), "FundingAsked");
        town.heard(AMINA, "could not be paid in time");
        assertThat(town.wallet(KENYAN, "KES").getFirst()).isEqualTo(149_999_00);
        assertThat(counted("limit-day:")).isZero();
    }

    private void fill() {
        sql("update account set credits_posted = 14999900 where code = 'wallet-cash'"
                + " and currency = 'KES' and owner = (select id from customer where phone = '" + KENYAN + "')");
    }

    private void sql(String change) {
        town.server().get(Transactions.class).write(connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate(change);
            }
        });
    }

    /** Somebody with an account at a bank and next to nothing in the wallet. */
    private void cashless() {
        town.customer(GRACE, "Grace Njeri", "0");
        town.linked(GRACE, BankTown.DOLLARS);
    }

    /** The Kenyan bank is gone, and Homeline has seen it go. */
    private void cutOff() {
        town.ke().close();
        Eventually.holds(() -> status().matches("(?s).*demo-ke.{0,40}connecting.*"), this::status);
    }

    private String status() {
        return desk.operator("settlement.status", Map.of()).toString();
    }

    private long instructions(String which) {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select = connection.createStatement();
                    var row = select.executeQuery("select count(*) from instruction where " + which)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private long counted(String counters) {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select =
                    connection.prepareStatement("select coalesce(sum(counted), 0) from counter where name like ?")) {
                select.setString(1, counters + "%");
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static String words(Money money) {
        return "USD " + money.major().toPlainString();
    }

    private Outcome quote(String sends) {
        return quoteOf(AMINA, sends);
    }

    private Outcome quoteOf(String payer, String sends) {
        return quoteOf(payer, STRANGER, sends);
    }

    private Outcome quoteOf(String payer, String payee, String sends) {
        return desk.sms(payer, "remittance.quote", Map.of("payee", payee, "amount", amount(sends)), "");
    }

    private Outcome quoteToBank(String bank, String account, String sends) {
        return desk.sms(
                AMINA, "remittance.quoteToBank", Map.of("bank", bank, "account", account, "amount", amount(sends)), "");
    }

    private Outcome pay(Outcome quoted, String pin) {
        return pay(AMINA, quoted, pin);
    }

    private Outcome pay(String payer, Outcome quoted, String pin) {
        return desk.sms(payer, "remittance.pay", Map.of("code", part(quoted, "code")), pin);
    }

    private Outcome undo(Outcome paid) {
        return desk.sms(AMINA, "remittance.undo", Map.of("reference", part(paid, "reference")), "");
    }
}
