package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeline.database.Transactions;

/** Runs every {@link Check} over one snapshot of the database. It can run beside a working server. */
@Singleton
public final class Audit {
    private final Transactions transactions;
    private final List<Check> checks;

    Audit(Transactions transactions, List<Check> checks) {
        this.transactions = transactions;
        this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    }

    /** What one check found. */
    public record Line(String name, String proves, Finding finding) {}

    /** What all checks found, in the order of their names. */
    public record Report(List<Line> lines) {
        public boolean isClean() {
            return lines.stream().allMatch(line -> line.finding().isClean());
        }

        public List<Line> broken() {
            return lines.stream().filter(line -> !line.finding().isClean()).toList();
        }
    }

    public Report run() {
        return transactions.snapshot(connection -> {
            var lines = new ArrayList<Line>();
            for (var check : checks) {
                lines.add(new Line(check.name(), check.proves(), check.run(connection)));
            }
            return new Report(List.copyOf(lines));
        });
    }
}
