/** Tests of what stands in org.homeline.fx. */
@org.jspecify.annotations.NullMarked
package org.homeline.fx;
