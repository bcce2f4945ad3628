/**
 * The roof: the launcher's commands and the wiring, nothing else. What the commands do and what is wired lives on the
 * floors below.
 */
@org.jspecify.annotations.NullMarked
package org.homeline;
