/** Tests of {@code org.homeline.language}. */
@org.jspecify.annotations.NullMarked
package org.homeline.language;
