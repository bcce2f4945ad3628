package org.homeline.simulator.story;

import java.util.ArrayList;
import java.util.List;

/** Says what is different between what a story expects and what came, line by line. */
final class Difference {
    private Difference() {}

    /** With a minus what did not come, with a plus what came instead, between what is the same. */
    static String of(String place, String line, List<String> expected, List<String> came) {
        var lines = new ArrayList<String>();
        lines.add(place + ": " + line);
        int[][] common = common(expected, came);
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < came.size()) {
            if (i < expected.size() && j < came.size() && expected.get(i).equals(came.get(j))) {
                lines.add("  " + expected.get(i++));
                j++;
            } else if (j == came.size() || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + expected.get(i++));
            } else {
                lines.add("+ " + came.get(j++));
            }
        }
        return String.join("\n", lines);
    }

    /** How many lines the rests from (i, j) on have in common, in order. */
    private static int[][] common(List<String> one, List<String> other) {
        var common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = one.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
