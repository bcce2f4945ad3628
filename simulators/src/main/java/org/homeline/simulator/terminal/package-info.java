/**
 * A cash terminal as an agent has one: ISO 8583 through plain jPOS, with keys, codes and PIN blocks of its own making, and a
 * till in the terminal on top. A second user of the wire that shares no class with the server: what one of the two gets wrong,
 * the other does not understand.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.terminal;
