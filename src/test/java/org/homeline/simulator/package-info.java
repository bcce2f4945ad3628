/** Tests of the simulators: the stories they play, the phone in the terminal, and what reads and compares stories. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator;
