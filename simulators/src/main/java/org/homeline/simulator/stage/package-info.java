/**
 * Shows a story as it happens: each person's screens and messages in a column of their own, side by side. It only watches;
 * what happens is the story's.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.stage;
