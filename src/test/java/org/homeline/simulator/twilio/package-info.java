/** Tests of the simulated Twilio in the terminal. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.twilio;
