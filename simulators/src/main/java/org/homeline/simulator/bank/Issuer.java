package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.homeline.simulator.bank.Instruction.Reference;
import org.jspecify.annotations.Nullable;

/** The bank behind its switch: decides, books once, and undoes once. Thread-safe. */
final class Issuer {
    /** What a bank says of itself, not of the request (issuer down, malfunction): a repeat may fare better. */
    private static final Set<String> PASSING = Set.of("91", "96");

    private static final int APPROVALS = 1_000_000;
    private static final String REVERSAL = "REVERSAL ";

    private final BankLedger ledger;
    private final RandomGenerator random;
    /** By STAN and retrieval reference number; more than one only where these come again after days. */
    private final Map<String, List<Case>> cases = new LinkedHashMap<>();

    /** An instruction and what has become of it. */
    private static final class Case {
        private final Reference reference;
        /** Unknown where its reversal came first and did not say. */
        private @Nullable Instruction instruction;

        private @Nullable Decision decision;
        /** The business day of its reversal. */
        private @Nullable LocalDate reversed;

        private Case(Reference reference, @Nullable Instruction instruction) {
            this.reference = reference;
            this.instruction = instruction;
        }

        private boolean isBooked() {
            return decision != null && decision.isApproved();
        }
    }

    Issuer(BankLedger ledger, RandomGenerator random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** The same as often as it comes; what comes after its reversal, or under a reference of something else, is refused. */
    synchronized Decision take(Instruction instruction) {
        return take(instruction, () -> decide(instruction));
    }

    /** Refuses it as if the bank had a reason. */
    synchronized Decision decline(Instruction instruction, String code) {
        return PASSING.contains(code) ? Decision.declined(code) : take(instruction, () -> Decision.declined(code));
    }

    private Decision take(Instruction instruction, Supplier<Decision> deciding) {
        var found = find(instruction.reference());
        if (found.isPresent()) {
            var before = found.get();
            boolean same = before.instruction != null && instruction.isSameContent(before.instruction);
            return same && before.reversed == null && before.decision != null
                    ? before.decision
                    : Decision.declined(Decision.DUPLICATE);
        }
        var decision = deciding.get();
        var fresh = new Case(instruction.reference(), instruction);
        fresh.decision = decision;
        add(fresh);
        if (decision.isApproved()) {
            book(instruction, instruction.kind(), instruction.reference().day(), instruction.text());
        }
        return decision;
    }

    private Decision decide(Instruction instruction) {
        var account = ledger.account(instruction.account());
        if (account.isEmpty()) {
            return Decision.declined(Decision.NO_ACCOUNT);
        }
        boolean debit = instruction.kind() == Item.Kind.DEBIT;
        if (!account.get().open()) {
            return Decision.declined(Decision.CLOSED);
        }
        if (!account.get().currency().equals(instruction.currency())
                || (debit && !account.get().debitable())) {
            return Decision.declined(Decision.NOT_PERMITTED);
        }
        if (debit && account.get().balanceMinor() < instruction.amountMinor()) {
            return Decision.declined(Decision.NOT_ENOUGH);
        }
        return new Decision(Decision.APPROVED, Optional.of("%06d".formatted(random.nextInt(APPROVALS))));
    }

    /**
     * Undoes an instruction if it was booked, once. One that has not come is remembered, so that it does nothing when it
     * does; and it is counted, because Homeline, which had no answer, can't know either.
     *
     * @param said what the reversal says that the original was, where it says so
     */
    synchronized void reverse(Reference original, LocalDate day, Optional<Instruction> said) {
        var before = find(original).orElseGet(() -> {
            var unseen = new Case(original, said.orElse(null));
            add(unseen);
            return unseen;
        });
        if (before.reversed != null) {
            return;
        }
        before.reversed = day;
        if (before.isBooked() && before.instruction != null) {
            var booked = before.instruction;
            var back = booked.kind() == Item.Kind.DEBIT ? Item.Kind.CREDIT : Item.Kind.DEBIT;
            book(booked, back, day, REVERSAL + booked.text());
        }
    }

    /**
     * Undoes what was booked, of the bank's own accord: the account's holder disputes it, or the account turned out to be closed.
     *
     * @param which its retrieval reference number; or an account's number, for the newest there
     * @throws IllegalArgumentException where nothing of that is booked
     */
    synchronized Instruction sendBack(String which, LocalDate day) {
        var booked = all().stream()
                .filter(seen -> seen.isBooked() && seen.reversed == null)
                .filter(seen -> isMeant(seen, which))
                .reduce((_, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("nothing of '" + which + "' is booked"));
        reverse(booked.reference, day, Optional.empty());
        return Objects.requireNonNull(booked.instruction);
    }

    private static boolean isMeant(Case seen, String which) {
        return seen.reference.retrievalReferenceNumber().strip().equals(which)
                || (seen.instruction != null && seen.instruction.account().equals(which));
    }

    private void book(Instruction instruction, Item.Kind kind, LocalDate day, String text) {
        var account = ledger.account(instruction.account()).orElseThrow();
        switch (kind) {
            case DEBIT -> ledger.debit(account, day, text, instruction.amountMinor());
            case CREDIT -> ledger.credit(account, day, text, instruction.amountMinor());
        }
    }

    synchronized List<BankAccount> accounts() {
        return ledger.accounts();
    }

    synchronized List<StatementLine> statement(String account) {
        return ledger.statement(account);
    }

    synchronized long position(Currency currency) {
        return ledger.position(currency);
    }

    synchronized Totals totals(LocalDate day, Currency currency) {
        var totals = Totals.NONE;
        for (var seen : all()) {
            var instruction = seen.instruction;
            if (instruction == null || !instruction.currency().equals(currency)) {
                continue;
            }
            if (seen.reference.day().equals(day) && (seen.isBooked() || seen.reversed != null)) {
                totals = totals.withBooked(instruction.kind(), instruction.amountMinor());
            }
            if (day.equals(seen.reversed)) {
                totals = totals.withReversed(instruction.kind(), instruction.amountMinor());
            }
        }
        return totals;
    }

    /** The newest business day that a message was of; empty before there was one. */
    synchronized Optional<LocalDate> newestDay() {
        return all().stream()
                .map(seen -> seen.reversed == null || seen.reversed.isBefore(seen.reference.day())
                        ? seen.reference.day()
                        : seen.reversed)
                .max(Comparator.naturalOrder());
    }

    /** What was booked or reversed on a day, in the order in which it came. */
    synchronized List<Item> items(LocalDate day) {
        return all().stream()
                .filter(seen -> seen.reversed != null || seen.isBooked())
                .filter(seen -> seen.reference.day().equals(day) || day.equals(seen.reversed))
                .flatMap(seen -> Optional.ofNullable(seen.instruction).stream()
                        .map(instruction -> item(instruction, day, seen.reversed)))
                .toList();
    }

    private static Item item(Instruction instruction, LocalDate day, @Nullable LocalDate reversed) {
        var reference = instruction.reference();
        return new Item(
                day,
                reference.stan(),
                reference.retrievalReferenceNumber(),
                instruction.kind(),
                instruction.amountMinor(),
                instruction.currency(),
                BankAccount.masked(instruction.account()),
                reversed == null || reversed.isAfter(day) ? Item.Status.BOOKED : Item.Status.REVERSED);
    }

    private List<Case> all() {
        return cases.values().stream().flatMap(List::stream).toList();
    }

    private Optional<Case> find(Reference reference) {
        return cases.getOrDefault(key(reference), List.of()).stream()
                .filter(seen -> seen.reference.isSame(reference))
                .findFirst();
    }

    private void add(Case fresh) {
        cases.computeIfAbsent(key(fresh.reference), none -> new ArrayList<>()).add(fresh);
    }

    private static String key(Reference reference) {
        return reference.stan() + "/" + reference.retrievalReferenceNumber();
    }
}
