/** The roof's tests: commands, data folders, the launcher. */
@org.jspecify.annotations.NullMarked
package org.homeline;
