package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.NetPositions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.joda.money.CurrencyUnit;

/**
 * For the operator: takes some lines of a bank statement, which comes in pages. Each is matched with a payment that settled a
 * net position or with a movement of the safeguarding account; what matches nothing becomes an exception, and so does a payment
 * that should be on a statement by now and is not. A line counts once, however often it comes.
 */
@Singleton
public final class ImportStatement extends Operation<ImportStatement.Input, ImportStatement.Reply> {
    public static final String NAME = "settlement.import";
    /** How many lines a page has at most: so many fit into a request, whatever the alphabet of their texts. */
    public static final int PAGE = 50;

    private static final String SHOWN = "a line of a statement shows it";

    /** @param lines oldest first, also from page to page */
    @Serdeable
    record Input(String partner, List<StatementLine> lines) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits ImportStatement.Imported, ImportStatement.NotYet, UnknownPartner {}

    @Serdeable
    record Imported(int matched, int newExceptions, int seenBefore, int paymentsNotShown) implements Reply, Success {}

    /** A line of a day that is still to come where the bank is. */
    @Serdeable
    record NotYet(LocalDate booked, LocalDate today) implements Reply {}

    private final Partners partners;
    private final KnownMovements movements;
    private final NetPositions positions;
    private final Discrepancies discrepancies;

    ImportStatement(Partners partners, KnownMovements movements, NetPositions positions, Discrepancies discrepancies) {
        super(NAME, Input.class, Reply.class);
        this.partners = partners;
        this.movements = movements;
        this.positions = positions;
        this.discrepancies = discrepancies;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return partners.find(input.partner())
                .map(partner -> take(partner, input.lines(), attempt))
                .orElseGet(() -> Decision.answer(UnknownPartner.in(partners)));
    }

    private Decision<Reply> take(Partner partner, List<StatementLine> lines, Attempt attempt) {
        // Its business day may have begun before midnight.
        var today = partner.cutOver().day(attempt.now());
        for (var line : lines) {
            if (line.booked().isAfter(today)) {
                return Decision.answer(new NotYet(line.booked(), today));
            }
        }
        var seen = new HashSet<>(movements.imported(
                lines.stream().map(line -> line.id(partner.id())).toList()));
        var fresh =
                lines.stream().filter(line -> seen.add(line.id(partner.id()))).toList();
        // Before the payments: whatever becomes of one of these meanwhile changes its row, and all is decided again.
        var told = discrepancies.findUnshown(partner.id());
        var said = said(partner, fresh);
        var matching = matching(partner, fresh);
        var draft = attempt.draft().fact("partner", partner.id()).fact("lines", lines.size());
        var owed = new HashMap<CurrencyUnit, Money>();
        var shown = new HashSet<UUID>();
        var mentioned = new HashSet<Discrepancy>();
        int matched = 0;
        for (var line : fresh) {
            var match = matching.take(line);
            draft.write(new StatementRow.Fresh(line.id(partner.id()), partner.id(), line, match.orElse(null)));
            if (match.isPresent()) {
                matched++;
                shown.add(match.get());
            } else {
                var position =
                        owed.computeIfAbsent(line.amount().currency(), currency -> positions.booked(partner, currency));
                except(draft, partner, line, position, attempt);
                said.stream().filter(payment -> Matching.isShown(line, payment)).forEach(mentioned::add);
            }
        }
        told.stream()
                .filter(late -> shown.contains(late.id()))
                .forEach(late -> draft.write(late.withdrawn(SHOWN, attempt.now())));
        // Unchanged: whoever approves one at this moment decides again, and so sees the line.
        mentioned.forEach(draft::write);
        var unshown = unshown(partner, fresh, matching);
        unshown.forEach(payment -> except(draft, partner, payment, attempt));
        var imported = new Imported(matched, fresh.size() - matched, lines.size() - fresh.size(), unshown.size());
        return Decision.propose(imported, draft);
    }

    private List<Discrepancy> said(Partner partner, List<StatementLine> lines) {
        var days = lines.stream().map(StatementLine::booked).sorted().toList();
        var first = days.isEmpty() ? LocalDate.MAX : days.getFirst().minusDays(Matching.DAYS);
        var last = days.isEmpty() ? LocalDate.MIN : days.getLast().plusDays(Matching.DAYS);
        // A bank's account has one currency, or a few.
        return currencies(lines).stream()
                .flatMap(
                        currency -> discrepancies
                                .findUnmoved(
                                        partner.id(), first, last, Discrepancy.Kind.PAYMENT.label(), currency.getCode())
                                .stream())
                .toList();
    }

    private Matching matching(Partner partner, List<StatementLine> lines) {
        if (lines.isEmpty()) {
            return new Matching(List.of());
        }
        var days = lines.stream().map(StatementLine::booked).toList();
        return new Matching(movements.around(
                partner,
                days.stream().min(Comparator.naturalOrder()).orElse(LocalDate.MIN),
                days.stream().max(Comparator.naturalOrder()).orElse(LocalDate.MAX),
                currencies(lines)));
    }

    /** Payments that banks have had time for, and that neither these lines nor any before show. */
    private List<KnownMovements.Booked> unshown(Partner partner, List<StatementLine> lines, Matching matching) {
        var last = lines.stream().map(StatementLine::booked).max(Comparator.naturalOrder());
        var first = lines.stream().map(StatementLine::booked).min(Comparator.naturalOrder());
        return last.map(day -> movements.unshown(partner, first.orElse(day), day, currencies(lines)).stream()
                        .filter(payment -> !matching.hasTaken(payment.id()))
                        .toList())
                .orElse(List.of());
    }

    private static Set<CurrencyUnit> currencies(List<StatementLine> lines) {
        return lines.stream().map(line -> line.amount().currency()).collect(Collectors.toSet());
    }

    private static void except(Draft draft, Partner partner, KnownMovements.Booked payment, Attempt attempt) {
        var paid = payment.paid();
        var evidence = new Discrepancy.Evidence(
                (paid.isNegative() ? "received " : "paid ") + paid.abs() + " " + payment.reference(),
                Discrepancy.NOTHING,
                paid.minor(),
                Correction.GIVE_BACK);
        draft.write(Discrepancy.fresh(
                payment.id(),
                Discrepancy.Kind.UNSHOWN_PAYMENT,
                partner.id(),
                payment.day(),
                paid.currency().getCode(),
                null,
                null,
                null,
                evidence,
                attempt.now()));
    }

    private void except(Draft draft, Partner partner, StatementLine line, Money owed, Attempt attempt) {
        var id = line.id(partner.id());
        var evidence = new Discrepancy.Evidence(
                Discrepancy.NOTHING,
                ((line.amount().isNegative() ? "out " : "in ") + line.amount().abs() + " " + line.reference()).strip(),
                line.amount().minor(),
                proposal(owed, line.amount()));
        draft.write(Discrepancy.fresh(
                id,
                Discrepancy.Kind.UNMATCHED_LINE,
                partner.id(),
                line.booked(),
                line.amount().currency().getCode(),
                null,
                null,
                id,
                evidence,
                attempt.now()));
    }

    private static Correction proposal(Money owed, Money amount) {
        return amount.isZero() ? Correction.ACCEPT : settles(owed, amount) ? Correction.SETTLE : Correction.SUSPENSE;
    }

    /** Whether it can be a payment of the net position: the bank paid what it owed, or Homeline did. */
    private static boolean settles(Money owed, Money amount) {
        return Long.signum(owed.minor()) == -Long.signum(amount.minor())
                && amount.abs().compareTo(owed.abs()) <= 0;
    }
}
