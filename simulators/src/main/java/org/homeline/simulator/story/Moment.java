package org.homeline.simulator.story;

import java.util.List;

/**
 * Something that happened in a story, and what came of it.
 *
 * @param who did it; empty for the operator and the clock
 * @param line as the story has it, with the blanks filled in
 * @param screen what was shown to whoever did it
 * @param ends whether that ended a session
 * @param messages what reached whom
 */
public record Moment(String who, String line, List<String> screen, boolean ends, List<Received> messages) {
    /** A message that came. */
    public record Received(String who, String body) {}
}
