package org.homeline.simulator.phone;

/**
 * A message as its recipient's phone has it.
 *
 * @param from a number or a sender's name
 */
public record TextMessage(String from, String body) {}
