/**
 * Exchange rates: where they come from, of what time they are, and when they are too old to promise money on. Sources are
 * files that somebody else refreshes (a treasurer, a scheduled download); they are read again when they change. Knows no
 * corridor and no margin.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.fx;
