/**
 * A bank on loopback that settles over ISO 8583:1987: a switch that reads and answers messages, an issuer with accounts and
 * a ledger of its own, its totals and item file, and its troubles on demand. Written on jPOS and the JDK alone, so that it
 * is a second reading of the wire beside the server's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.bank;
