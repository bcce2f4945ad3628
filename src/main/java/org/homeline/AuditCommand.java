package org.homeline;

import io.micronaut.json.tree.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks every invariant over the database; status 1 if anything is broken. */
@Command(name = "audit", description = "check every invariant and name what is broken", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final String CHECK = "check";

    @Mixin
    private Place place = new Place();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        place.requireData();
        return print(
                OperatorLine.ask(place, "audit", Map.of()), spec.commandLine().getOut());
    }

    /**
     * One line a check, with its counts, and below it what is broken.
     *
     * @return the exit status
     */
    static int print(OperatorAnswer answer, PrintWriter out) {
        var checks = new ArrayList<JsonNode>();
        var list = answer.values().get("checks");
        if (list != null) {
            list.values().forEach(checks::add);
        }
        int width = checks.stream()
                .mapToInt(check -> OutcomePrinter.text(check, CHECK).length())
                .max()
                .orElse(0);
        var broken = 0;
        for (var check : checks) {
            var findings = new ArrayList<JsonNode>();
            OutcomePrinter.field(check, "broken").values().forEach(findings::add);
            broken += findings.isEmpty() ? 0 : 1;
            var name = OutcomePrinter.text(check, CHECK);
            out.println((findings.isEmpty() ? "ok      " : "BROKEN  ") + name + " ".repeat(width - name.length()) + "  "
                    + OutcomePrinter.text(check, "count"));
            findings.forEach(finding -> out.println("          " + finding.coerceStringValue()));
        }
        out.println(broken == 0 ? "The audit is clean: " + checks.size() + " checks." : broken + " checks are broken.");
        out.flush();
        return answer.done() ? 0 : 1;
    }
}
