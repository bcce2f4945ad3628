/** Tests of the phone and the till that a person has in the terminal. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.handset;
