/** The roof: the launcher's commands and the wiring, nothing else. */
@org.jspecify.annotations.NullMarked
package org.homeline;
