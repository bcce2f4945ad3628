/** Tests of the phone that a person has in the terminal. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.handset;
