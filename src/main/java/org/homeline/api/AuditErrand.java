package org.homeline.api;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    // JOINT: the one call to org.homeline.ledger.Audit goes here, its findings mapped to lines.
    private static List<Line> check() {
        return List.of();
    }
}
