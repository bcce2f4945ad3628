package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Codes;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Turns;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Details;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/**
 * Begins to link a bank account: the bank is asked for a small amount, with a one-time code in its description. Who can read
 * the account's statement can tell the code; a name or a number alone proves nothing.
 */
@Singleton
final class Link extends Operation<Link.Input, Link.Reply> {
    /**
     * @param bank its id
     * @param account the account number
     */
    @Serdeable
    record Input(String bank, String account) {
        @Override
        public String toString() {
            return "Input[" + bank + "]";
        }
    }

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Link.ProofAsked,
                    Link.UnknownBank,
                    Link.BadAccount,
                    Link.AlreadyLinked,
                    Link.TooManyAccounts,
                    Link.TooOften,
                    Unbanked.NotRegistered {}

    /** @param amount what is taken */
    @Serdeable
    record ProofAsked(Money amount, String bankName) implements Reply {}

    @Serdeable
    record UnknownBank() implements Reply {}

    /** No account number there looks like that. */
    @Serdeable
    record BadAccount(String bankName) implements Reply {}

    /** Or it waits for its code. */
    @Serdeable
    record AlreadyLinked(String bankName) implements Reply {}

    @Serdeable
    record TooManyAccounts(long most) implements Reply {}

    @Serdeable
    record TooOften() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final Partners partners;
    private final BankAccounts accounts;
    private final Instructions instructions;
    private final Codes codes;
    private final Turns turns;

    Link(
            Customers customers,
            Countries countries,
            Partners partners,
            BankAccounts accounts,
            Instructions instructions,
            Codes codes,
            Turns turns) {
        super("banking.link", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.countries = countries;
        this.partners = partners;
        this.accounts = accounts;
        this.instructions = instructions;
        this.codes = codes;
        this.turns = turns;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new Unbanked.NotRegistered());
        }
        var customer = calling.get();
        var bank = Banks.linkable(partners, customers, customer, input.bank());
        if (bank.isEmpty()) {
            return Decision.answer(new UnknownBank());
        }
        var number = input.account().replaceAll("[ -]", "");
        return bank.get().takes(number)
                ? ask(attempt, customer, bank.get(), number)
                : Decision.answer(new BadAccount(bank.get().name()));
    }

    private Decision<Reply> ask(Attempt attempt, Customer customer, Partner bank, String number) {
        var turn = turns.take("bank accounts of " + customer.id());
        var own = accounts.of(customer.id());
        if (isAmong(own, bank, number)) {
            return Decision.answer(new AlreadyLinked(BankAccount.shown(bank, Details.tail(number))));
        }
        if (own.size() >= ProofRules.MOST_ACCOUNTS) {
            return Decision.answer(new TooManyAccounts(ProofRules.MOST_ACCOUNTS));
        }
        var amount = bank.proof().orElseThrow();
        var id = attempt.ids().next();
        var code = codes.fresh(attempt, id);
        var account = new BankAccount(
                id,
                customer.id(),
                bank.id(),
                accounts.seal(number, id),
                Details.tail(number),
                amount.currency().getCode(),
                amount.minor(),
                BankAccount.ASKED,
                code.check(),
                0,
                null,
                attempt.now().plus(ProofRules.LIFETIME),
                attempt.now(),
                0);
        var draft = attempt.draft()
                .write(turn)
                .guard(oneMore(customer, attempt), new TooOften())
                .guard(oneMore(bank, number, attempt), new TooOften());
        var order = new Instructions.Order(
                bank,
                Partner.Kind.DEBIT,
                new Details(number, "HOMELINE " + code.digits()),
                amount,
                account.holding(),
                ProofErrand.NAME,
                id);
        var instruction = instructions.give(attempt, draft, order, new Refused(Refused.BUSY), Map.of());
        return Decision.propose(
                new ProofAsked(amount, account.shown(bank)),
                draft.write(account.by(instruction)),
                new Movement(Movement.Purpose.BANK_IN, null, null, amount, amount));
    }

    private boolean isAmong(List<BankAccount> own, Partner bank, String number) {
        return own.stream()
                .filter(account -> account.partner().equals(bank.id()))
                .anyMatch(account -> accounts.number(account).equals(number));
    }

    private Guard oneMore(Customer customer, Attempt attempt) {
        ZoneId zone = countries.of(customer.country()).zone();
        var today = attempt.now().atZone(zone).toLocalDate();
        return new Guard.Counter(
                "bank-links",
                "bank-links:%s:%s".formatted(customer.id(), today),
                1,
                ProofRules.MOST_A_DAY,
                today.plusDays(2).atStartOfDay(zone).toInstant());
    }

    /** Many customers, or one with many numbers, must not have a stranger's account debited again and again. */
    private Guard oneMore(Partner bank, String number, Attempt attempt) {
        var monday = attempt.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Guard.Counter(
                "bank-links-account",
                "bank-links-account:%s:%s".formatted(accounts.mark(bank, number), monday),
                1,
                ProofRules.MOST_A_WEEK,
                monday.plusDays(8).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
