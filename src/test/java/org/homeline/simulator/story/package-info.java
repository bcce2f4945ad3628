/** Tests of how stories are read, compared and recorded. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.story;
