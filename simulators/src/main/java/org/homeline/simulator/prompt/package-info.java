/**
 * How a simulator talks with a person: line by line, in colour and with editing where there is a terminal, plainly where
 * input or output is a pipe. What is asked and answered is not decided here.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.prompt;
