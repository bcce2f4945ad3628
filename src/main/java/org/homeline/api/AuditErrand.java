package org.homeline.api;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeline.ledger.Audit;

/** Checks every invariant over the whole database. */
@Singleton
final class AuditErrand implements OperatorErrand {
    /**
     * One line of the audit.
     *
     * @param check what was checked
     * @param count of what
     * @param broken what does not hold; empty where all is well
     */
    private record Line(String check, String count, List<String> broken) {}

    private final Audit audit;

    AuditErrand(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Result run(Map<String, Object> input) {
        var lines = check();
        var checks = new ArrayList<Map<String, Object>>();
        lines.forEach(
                line -> checks.add(Map.of("check", line.check(), "count", line.count(), "broken", line.broken())));
        var clean = lines.stream().allMatch(line -> line.broken().isEmpty());
        return new Result(clean ? "Clean" : "Broken", clean, Map.of("checks", checks));
    }

    private List<Line> check() {
        return audit.run().lines().stream().map(AuditErrand::line).toList();
    }

    private static Line line(Audit.Line line) {
        var finding = line.finding();
        var broken = new ArrayList<>(finding.broken());
        if (finding.brokenCount() > broken.size()) {
            broken.add("and %d more".formatted(finding.brokenCount() - broken.size()));
        }
        return new Line(line.name(), finding.counted() + " checked", broken);
    }
}
