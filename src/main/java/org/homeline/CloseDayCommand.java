package org.homeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorAnswer;
import org.homeline.settlement.reconciliation.BankItem;
import org.homeline.settlement.reconciliation.CompareItems;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.settlement.reconciliation.TakeItems;
import org.homeline.settlement.reconciliation.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes a business day with a bank now, and compares it item by item where the bank's file is given. */
@Command(
        name = "close-day",
        description = {
            "ask a bank what a business day came to; with its end-of-day file, compare item by item",
            "Days are closed by themselves after the bank's cut-over. A day that is not over is only looked at."
        },
        mixinStandardHelpOptions = true)
final class CloseDayCommand implements Callable<Integer> {
    private static final String DAY = "day";

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "PARTNER", description = "the bank, as its file is called")
    private String partner = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DAY",
            description = "the bank's business day, as 2026-03-02; the last one that is over where none is given")
    private @Nullable String day;

    @Option(names = "--items", paramLabel = "FILE", description = "the bank's own items of the day, comma-separated")
    private @Nullable Path items;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        place.requireData();
        var printer = OutcomePrinter.of(spec.commandLine());
        var typed = Map.of("partner", partner, DAY, day == null ? "" : day);
        var text = items == null ? null : BankFile.text(items);
        if (text != null && day != null && isDay(day)) {
            // The bank is not asked for the sake of a file that can't be used.
            read(text, LocalDate.parse(day));
        }
        var closed = OperatorLine.ask(place, CloseDayErrand.NAME, Map.copyOf(typed));
        int status = printer.print(closed, typed);
        if (closed.outcome().equals("BadDay")) {
            return status;
        }
        if (text == null) {
            return closed.outcome().equals("DayDiffers") ? 1 : status;
        }
        var known = known(closed);
        return known == null ? 1 : compare(printer, read(text, known), known, typed);
    }

    private @Nullable LocalDate known(OperatorAnswer closed) {
        var told =
                OutcomePrinter.field(closed.values(), DAY).isNull() ? day : OutcomePrinter.text(closed.values(), DAY);
        try {
            return told == null ? null : LocalDate.parse(told);
        } catch (DateTimeException wrong) {
            throw new CannotStartException("'" + told + "' is no day: write it as 2026-03-02", wrong);
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private int compare(OutcomePrinter printer, List<BankItem> all, LocalDate known, Map<String, String> typed) {
        for (int from = 0; from == 0 || from < all.size(); from += TakeItems.PAGE) {
            var page = all.subList(from, Math.min(all.size(), from + TakeItems.PAGE));
            var taken = OperatorLine.change(
                    place,
                    TakeItems.NAME,
                    Map.of("partner", partner, DAY, known.toString(), "first", from == 0, "items", page),
                    null);
            if (!taken.done()) {
                return printer.print(taken, typed);
            }
        }
        var compared = OperatorLine.change(
                place,
                CompareItems.NAME,
                Map.of("partner", partner, DAY, known.toString(), "digest", BankItem.digest(all)),
                null);
        return printer.print(compared, typed);
    }

    private List<BankItem> read(String text, LocalDate known) {
        try {
            return ItemFile.read(text, known);
        } catch (UnreadableFileException wrong) {
            throw new CannotStartException(
                    items + " can't be used: " + wrong.getMessage() + ". Nothing was taken", wrong);
        }
    }
}
