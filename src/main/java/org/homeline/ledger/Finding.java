package org.homeline.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param counted how many things were checked
 * @param broken the first of those that are broken, each named with what is wrong
 * @param brokenCount how many are broken, named or not
 */
public record Finding(long counted, List<String> broken, long brokenCount) {
    private static final int MOST_NAMED = 20;

    public boolean isClean() {
        return brokenCount == 0;
    }

    /** Gathers a finding thing by thing. */
    public static final class Tally {
        private final List<String> broken = new ArrayList<>();
        private long counted;
        private long brokenCount;

        public void count(long more) {
            counted += more;
        }

        public void broken(String named) {
            brokenCount++;
            if (broken.size() < MOST_NAMED) {
                broken.add(named);
            }
        }

        public Finding finding() {
            return new Finding(counted, List.copyOf(broken), brokenCount);
        }
    }
}
