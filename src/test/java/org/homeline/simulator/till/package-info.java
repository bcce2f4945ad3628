/** Tests of the till that an agent has in the terminal. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.till;
