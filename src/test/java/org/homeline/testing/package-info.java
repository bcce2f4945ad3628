/** What tests of several packages share. */
@org.jspecify.annotations.NullMarked
package org.homeline.testing;
