/**
 * A mobile phone: it dials USSD codes through Africa's Talking, texts through the simulated Twilio, and keeps what came. In
 * the terminal it is a feature phone for a person. Knows no menu: what is on its screen is the server's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.phone;
