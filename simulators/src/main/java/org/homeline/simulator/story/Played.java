package org.homeline.simulator.story;

import java.util.List;

/**
 * How a story went.
 *
 * @param differences between the file and what came, each with file and line; empty where all was as the story says
 * @param story with what came in place of what was expected
 */
public record Played(List<String> differences, Story story) {
    public boolean asTold() {
        return differences.isEmpty();
    }
}
