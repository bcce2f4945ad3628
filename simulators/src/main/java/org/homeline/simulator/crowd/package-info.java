/**
 * A crowd of virtual people for load: each with a phone, a name, a PIN and a seeded mix of journeys, all at once against a
 * running server on this machine, over the wire alone. It says how long each step took and which answers were wrong; what
 * the server could do at most is the benchmark's question.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.crowd;
