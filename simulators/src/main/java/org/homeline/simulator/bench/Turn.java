package org.homeline.simulator.bench;

/**
 * A step of a dialogue.
 *
 * @param typed empty at the dial
 * @param expected a part of the screen that follows
 * @param label see {@link Exchange}
 */
public record Turn(String typed, String expected, String label) {}
