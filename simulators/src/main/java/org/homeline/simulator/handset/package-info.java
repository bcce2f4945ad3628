/**
 * A feature phone in the terminal, for a person: it draws the screen of the simulated phone below and takes its keys, reads
 * and writes texts, and writes down what happened as a story. It holds no part of a dialogue. How a
 * simulator finds the server and the simulated Twilio is here too.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.handset;
