/**
 * Measures a running server over the wire: callers that ask again as soon as they are answered, over connections that stay
 * open, and rounds that alternate between two things to compare. Starting a server and what the figures should be are the
 * commands' business; people who behave like people are the crowd's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.bench;
