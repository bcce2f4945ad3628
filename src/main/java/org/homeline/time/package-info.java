/**
 * The injected sources of time and identity: a {@link java.time.Clock} and {@link org.homeline.time.Ids}. No other class
 * asks the system for the time or for a random identifier.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.time;
