package org.homeline.ledger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's rules a second time, as simply as they can be said: nothing but the list of what was accepted; every
 * total is added up anew, with numbers that have no end; every reason to refuse is asked, and the first of {@link
 * Refusal} wins.
 */
final class Model {
    /** A transfer that was accepted. */
    private record Fact(
            Transfer asked, Account debit, Account credit, BigInteger amount, TransferCode code, Instant at) {}

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<Account, Integer> flags;
    private final Set<Account> closed = new HashSet<>();
    private List<Fact> facts = new ArrayList<>();

    /** @param flags the open accounts with their flags */
    Model(Map<Account, Integer> flags) {
        this.flags = flags;
    }

    Commit commit(Journal journal) {
        var before = List.copyOf(facts);
        for (int i = 0; i < journal.transfers().size(); i++) {
            var transfer = journal.transfers().get(i);
            var refusal = refusal(transfer, journal.at());
            if (refusal.isPresent()) {
                facts = new ArrayList<>(before);
                return new Commit.Refused(i, refusal.get());
            }
            facts.add(fact(transfer, journal.at()));
        }
        closed.addAll(journal.closes());
        return new Commit.Done();
    }

    Totals totals(Account account) {
        return new Totals(
                pending(account, Fact::debit).longValueExact(),
                posted(account, Fact::debit).longValueExact(),
                pending(account, Fact::credit).longValueExact(),
                posted(account, Fact::credit).longValueExact());
    }

    private Optional<Refusal> refusal(Transfer transfer, Instant now) {
        for (var refusal : Refusal.values()) {
            if (applies(refusal, transfer, now)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private boolean applies(Refusal refusal, Transfer transfer, Instant now) {
        var existing = find(transfer.id());
        if (refusal.compareTo(Refusal.EXISTS) <= 0) {
            return existing.isPresent() && differs(refusal, existing.get(), transfer);
        }
        return transfer.pendingId() != null ? endingApplies(refusal, transfer, now) : moveApplies(refusal, transfer);
    }

    private boolean differs(Refusal refusal, Fact existing, Transfer transfer) {
        var old = existing.asked;
        boolean isEnding = transfer.pendingId() != null;
        var pending = isEnding ? find(required(transfer.pendingId())) : Optional.<Fact>empty();
        var amount = transfer.amount() != null
                ? BigInteger.valueOf(transfer.amount().minor())
                : pending.map(Fact::amount).orElse(BigInteger.ZERO);
        return switch (refusal) {
            case EXISTS_WITH_DIFFERENT_FLAGS -> old.kind() != transfer.kind();
            case EXISTS_WITH_DIFFERENT_PENDING_ID ->
                isEnding && !required(transfer.pendingId()).equals(old.pendingId());
            case EXISTS_WITH_DIFFERENT_TIMEOUT -> !Objects.equals(old.timeout(), transfer.timeout());
            case EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID -> !isEnding && !existing.debit.equals(transfer.debit());
            case EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID -> !isEnding && !existing.credit.equals(transfer.credit());
            case EXISTS_WITH_DIFFERENT_AMOUNT -> !existing.amount.equals(amount);
            case EXISTS_WITH_DIFFERENT_CURRENCY ->
                transfer.amount() != null && !transfer.amount().currency().equals(existing.debit.currency());
            case EXISTS_WITH_DIFFERENT_CODE -> !isEnding && transfer.code() != existing.code;
            default -> true;
        };
    }

    private boolean moveApplies(Refusal refusal, Transfer transfer) {
        var debit = required(transfer.debit());
        var credit = required(transfer.credit());
        var amount = BigInteger.valueOf(required(transfer.amount()).minor());
        boolean isPending = transfer.timeout() != null;
        var debits = posted(debit, Fact::debit);
        var credits = posted(credit, Fact::credit);
        var debitsHeld = pending(debit, Fact::debit);
        var creditsHeld = pending(credit, Fact::credit);
        return switch (refusal) {
            case AMOUNT_MUST_NOT_BE_NEGATIVE -> amount.signum() < 0;
            case ACCOUNTS_MUST_BE_DIFFERENT -> debit.equals(credit);
            case DEBIT_ACCOUNT_NOT_FOUND -> !flags.containsKey(debit);
            case CREDIT_ACCOUNT_NOT_FOUND -> !flags.containsKey(credit);
            case ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY -> !debit.currency().equals(credit.currency());
            case TRANSFER_MUST_HAVE_THE_SAME_CURRENCY_AS_ACCOUNTS ->
                !debit.currency().equals(required(transfer.amount()).currency());
            case DEBIT_ACCOUNT_ALREADY_CLOSED -> closed.contains(debit);
            case CREDIT_ACCOUNT_ALREADY_CLOSED -> closed.contains(credit);
            case OVERFLOWS_DEBITS_PENDING -> isPending && tooMuch(debitsHeld, amount);
            case OVERFLOWS_CREDITS_PENDING -> isPending && tooMuch(creditsHeld, amount);
            case OVERFLOWS_DEBITS_POSTED -> tooMuch(debits, amount);
            case OVERFLOWS_CREDITS_POSTED -> tooMuch(credits, amount);
            case OVERFLOWS_DEBITS -> tooMuch(debits, debitsHeld, amount);
            case OVERFLOWS_CREDITS -> tooMuch(credits, creditsHeld, amount);
            case OVERFLOWS_TIMEOUT -> isEndless(transfer);
            case EXCEEDS_CREDITS ->
                has(debit, Flag.DEBITS_MUST_NOT_EXCEED_CREDITS)
                        && debits.add(debitsHeld).add(amount).compareTo(posted(debit, Fact::credit)) > 0;
            case EXCEEDS_DEBITS ->
                has(credit, Flag.CREDITS_MUST_NOT_EXCEED_DEBITS)
                        && credits.add(creditsHeld).add(amount).compareTo(posted(credit, Fact::debit)) > 0;
            default -> false;
        };
    }

    private boolean endingApplies(Refusal refusal, Transfer transfer, Instant now) {
        var pendingId = required(transfer.pendingId());
        var found = find(pendingId);
        boolean isPost = transfer.kind() == Transfer.Kind.POST;
        if (found.isEmpty()) {
            return switch (refusal) {
                case AMOUNT_MUST_NOT_BE_NEGATIVE ->
                    transfer.amount() != null && transfer.amount().isNegative();
                case PENDING_ID_MUST_BE_DIFFERENT -> pendingId.equals(transfer.id());
                case PENDING_TRANSFER_NOT_FOUND -> true;
                default -> false;
            };
        }
        var pending = found.get();
        var end = facts.stream()
                .filter(fact -> pendingId.equals(fact.asked.pendingId()))
                .findFirst();
        return switch (refusal) {
            case AMOUNT_MUST_NOT_BE_NEGATIVE ->
                transfer.amount() != null && transfer.amount().isNegative();
            case PENDING_TRANSFER_NOT_PENDING -> pending.asked.kind() != Transfer.Kind.PENDING;
            case PENDING_TRANSFER_HAS_DIFFERENT_CURRENCY ->
                transfer.amount() != null && !transfer.amount().currency().equals(pending.debit.currency());
            case EXCEEDS_PENDING_TRANSFER_AMOUNT ->
                transfer.amount() != null
                        && BigInteger.valueOf(transfer.amount().minor()).compareTo(pending.amount) > 0;
            case PENDING_TRANSFER_ALREADY_POSTED ->
                end.isPresent() && end.get().asked.kind() == Transfer.Kind.POST;
            case PENDING_TRANSFER_ALREADY_VOIDED ->
                end.isPresent() && end.get().asked.kind() == Transfer.Kind.VOID;
            case PENDING_TRANSFER_EXPIRED ->
                isPost && !now.isBefore(pending.at.plus(required(pending.asked.timeout())));
            case DEBIT_ACCOUNT_ALREADY_CLOSED -> isPost && closed.contains(pending.debit);
            case CREDIT_ACCOUNT_ALREADY_CLOSED -> isPost && closed.contains(pending.credit);
            default -> false;
        };
    }

    private Fact fact(Transfer transfer, Instant at) {
        if (transfer.pendingId() == null) {
            var amount = BigInteger.valueOf(required(transfer.amount()).minor());
            return new Fact(
                    transfer,
                    required(transfer.debit()),
                    required(transfer.credit()),
                    amount,
                    required(transfer.code()),
                    at);
        }
        var pending = find(transfer.pendingId()).orElseThrow();
        var amount = transfer.amount() == null
                ? pending.amount
                : BigInteger.valueOf(transfer.amount().minor());
        return new Fact(transfer, pending.debit, pending.credit, amount, pending.code, at);
    }

    private BigInteger posted(Account account, Function<Fact, Account> side) {
        return sum(fact -> side.apply(fact).equals(account)
                && (fact.asked.kind() == Transfer.Kind.SINGLE || fact.asked.kind() == Transfer.Kind.POST));
    }

    private BigInteger pending(Account account, Function<Fact, Account> side) {
        return sum(fact -> side.apply(fact).equals(account)
                && fact.asked.kind() == Transfer.Kind.PENDING
                && facts.stream().noneMatch(end -> fact.asked.id().equals(end.asked.pendingId())));
    }

    private BigInteger sum(java.util.function.Predicate<Fact> which) {
        return facts.stream().filter(which).map(Fact::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Optional<Fact> find(UUID id) {
        return facts.stream().filter(fact -> fact.asked.id().equals(id)).findFirst();
    }

    private boolean has(Account account, Flag flag) {
        return flag.in(required(flags.get(account)));
    }

    /** Past the year 9999, as tests draw it. */
    private static boolean isEndless(Transfer transfer) {
        return transfer.timeout() != null && transfer.timeout().toDays() > 365L * 10_000;
    }

    private static boolean tooMuch(BigInteger... parts) {
        return java.util.Arrays.stream(parts)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .compareTo(MOST)
                > 0;
    }

    private static <T> T required(@Nullable T part) {
        return Objects.requireNonNull(part);
    }
}
