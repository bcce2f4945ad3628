package org.homeline;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeline.api.OperatorAnswer;
import org.homeline.settlement.reconciliation.ImportStatement;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.settlement.reconciliation.StatementLine;
import org.homeline.settlement.reconciliation.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a bank statement, page by page: what was taken before counts no more, so it may be given again at any time. */
@Command(
        name = "import",
        description = {
            "take a bank statement (ISO 20022 camt.053, or comma-separated) and match it with the books",
            "Comma-separated files have the header date,amount,currency,direction,reference,text; direction is in or out."
        },
        mixinStandardHelpOptions = true)
final class ImportStatementCommand implements Callable<Integer> {
    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "FILE", description = "the statement, as the bank gave it")
    private Path file = Path.of("statement.xml");

    @Option(
            names = "--account",
            required = true,
            paramLabel = "PARTNER",
            description = "the bank whose statement it is: of the safeguarding account there")
    private String partner = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        place.requireData();
        var printer = OutcomePrinter.of(spec.commandLine());
        var lines = read();
        var counts = new Counts(0, 0, 0, 0);
        for (int from = 0; from == 0 || from < lines.size(); from += ImportStatement.PAGE) {
            var page = lines.subList(from, Math.min(lines.size(), from + ImportStatement.PAGE));
            var taken =
                    OperatorLine.change(place, ImportStatement.NAME, Map.of("partner", partner, "lines", page), null);
            if (!taken.done()) {
                return printer.print(taken, Map.of("partner", partner));
            }
            counts = counts.plus(taken.values());
        }
        return printer.print(counts.answer());
    }

    /** Of all pages together. */
    private record Counts(int matched, int newExceptions, int seenBefore, int paymentsNotShown) {
        Counts plus(JsonNode page) {
            return new Counts(
                    matched + count(page, "matched"),
                    newExceptions + count(page, "newExceptions"),
                    seenBefore + count(page, "seenBefore"),
                    paymentsNotShown + count(page, "paymentsNotShown"));
        }

        private static int count(JsonNode page, String name) {
            return OutcomePrinter.field(page, name).getIntValue();
        }

        OperatorAnswer answer() {
            var values = new LinkedHashMap<String, JsonNode>();
            values.put("matched", JsonNode.createNumberNode(matched));
            values.put("newExceptions", JsonNode.createNumberNode(newExceptions));
            values.put("seenBefore", JsonNode.createNumberNode(seenBefore));
            values.put("paymentsNotShown", JsonNode.createNumberNode(paymentsNotShown));
            return new OperatorAnswer("Imported", true, JsonNode.createObjectNode(values));
        }
    }

    private List<StatementLine> read() throws IOException {
        try {
            // Whether a payment is shown can be told once all that is older was read.
            return StatementFile.read(BankFile.text(file), kept()).stream()
                    .sorted(Comparator.comparing(StatementLine::booked))
                    .toList();
        } catch (UnreadableFileException wrong) {
            throw new CannotStartException(
                    file + " can't be used: " + wrong.getMessage() + ". Nothing was taken", wrong);
        }
    }

    /** In which currencies the bank keeps accounts; an unknown bank is refused later, by its name. */
    private Predicate<String> kept() {
        var items = OutcomePrinter.field(
                OperatorLine.ask(place, "settlement.status", Map.of()).values(), "items");
        if (items.isNull()) {
            return currency -> true;
        }
        var currencies = StreamSupport.stream(items.values().spliterator(), false)
                .filter(one -> OutcomePrinter.text(one, "partner").equals(partner))
                .map(one -> OutcomePrinter.text(OutcomePrinter.field(one, "cap"), "currency"))
                .collect(Collectors.toSet());
        return currency -> currencies.isEmpty() || currencies.contains(currency);
    }
}
