/**
 * What messages of agents' cash terminals mean (ISO 8583): who a terminal is, which operation a message names, and how what
 * came of it is answered. Decides nothing about money, which the operations do, through the Teller as for every other face;
 * how a message is packed and carried stands in {@code iso8583}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.terminal;
