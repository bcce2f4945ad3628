/**
 * What tests of several packages share: the real application on a real database. Nothing here pretends to be another
 * part of Homeline.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.testing;
