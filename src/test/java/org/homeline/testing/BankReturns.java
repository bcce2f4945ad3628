package org.homeline.testing;

import static org.homeline.testing.People.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.database.Transactions;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Balances;
import org.homeline.money.Money;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Item;

/** Has banks undo what they had done, and operators find that in the items of a day that is over. */
public final class BankReturns {
    private static final int LONGEST = 30;

    private final BankTown town;
    private final Path folder;

    /** @param folder for item files */
    public BankReturns(BankTown town, Path folder) {
        this.town = town;
        this.folder = folder;
    }

    /** The bank undoes it on the day that is open there; that day's items show so, once it is over. */
    public Discrepancy undone(BankSimulator bank, Instruction instruction) throws Exception {
        var partner = instruction.partner();
        var rrn = Objects.requireNonNull(instruction.rrn());
        bank.sendBack(rrn);
        var day = undoneOn(bank, Objects.requireNonNull(instruction.day()), rrn);
        end(partner, day);
        compare(partner, day, Files.readString(bank.writeItems(folder, day)));
        return waiting().stream()
                .filter(one -> one.what().isOfItems())
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate undoneOn(BankSimulator bank, LocalDate from, String rrn) {
        return from.datesUntil(from.plusDays(LONGEST))
                .filter(day -> bank.items(day).stream()
                        .anyMatch(item ->
                                item.retrievalReferenceNumber().equals(rrn) && item.status() == Item.Status.REVERSED))
                .findFirst()
                .orElseThrow();
    }

    /** Lets a day pass; from then on the bank's open day is another. */
    public void passDay(String partner, LocalDate day) {
        town.clock().advance(Duration.ofDays(1));
        var days = town.server().get(SettlementDays.class);
        Eventually.holds(
                () -> days.of(partner, day).stream().anyMatch(one -> one.state().equals(SettlementDay.BALANCED)),
                () -> days.of(partner, day));
    }

    /** Lets the day be over. */
    public void end(String partner, LocalDate day) {
        var end = town.server().get(Partners.class).of(partner).cutOver().end(day);
        if (town.clock().instant().isBefore(end)) {
            town.clock().advance(Duration.between(town.clock().instant(), end).plusMinutes(1));
        }
    }

    /** @param file the day's items, as the bank gives them */
    public void compare(String partner, LocalDate day, String file) throws Exception {
        var items = ItemFile.read(file, day);
        var input = Map.<String, Object>of("partner", partner, "day", day, "first", true, "items", items);
        done(operators().by("ana", "settlement.takeItems", input), "Taken");
        done(operators().by("ana", "settlement.compareItems", Map.of("partner", partner, "day", day)), "Compared");
    }

    public TwoOperators operators() {
        return new TwoOperators(town.server());
    }

    /** The bank's items of the instruction's day but for its own. */
    public String without(BankSimulator bank, Instruction instruction) throws Exception {
        return Files.readString(bank.writeItems(folder, Objects.requireNonNull(instruction.day())))
                .lines()
                .filter(line -> !line.contains(Objects.requireNonNull(instruction.rrn())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Its own. */
    public String lineOf(BankSimulator bank, Instruction instruction) throws Exception {
        return Files.readString(bank.writeItems(folder, Objects.requireNonNull(instruction.day())))
                .lines()
                .filter(line -> line.contains(Objects.requireNonNull(instruction.rrn())))
                .findFirst()
                .orElseThrow();
    }

    public Discrepancy waiting(String kind) {
        return waiting().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    public List<Discrepancy> waiting() {
        return town.server().get(Discrepancies.class).findWaiting();
    }

    /** The newest of an errand's. */
    public Instruction newest(String errand) {
        var id = town.server().get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement(
                    "select id from instruction where errand = ? order by made desc, id desc limit 1")) {
                select.setString(1, errand);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getObject(1, UUID.class);
                }
            }
        });
        return town.server().get(Instructions.class).find(id).orElseThrow();
    }

    /** Credits less debits of all accounts of the kind. */
    public Money balance(AccountCode code, String currency) {
        return town.server().get(Balances.class).byKind().stream()
                .filter(one ->
                        one.code() == code && one.balance().currency().getCode().equals(currency))
                .map(Balances.OfKind::balance)
                .reduce(Money.of(0, currency), Money::plus);
    }
}
