/**
 * A Twilio on loopback: its Message resource, its webhooks with their signature, its own handling of STOP and START, its
 * reports, and its troubles on demand. Written from Twilio's documentation alone, so that it is a second reading of it beside
 * the server's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.twilio;
