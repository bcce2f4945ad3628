/** Tests of {@code org.homeline.compliance}. */
@org.jspecify.annotations.NullMarked
package org.homeline.compliance;
