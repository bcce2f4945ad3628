/**
 * Journeys as files: who dials, types and texts what, and every screen and message that comes of it. They are played against
 * a running Homeline and compared word for word, by tests and by the demo alike; a flag rewrites them with what really came.
 * What boots Homeline for them is not here: they meet it as a {@link org.homeline.simulator.story.World}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.story;
