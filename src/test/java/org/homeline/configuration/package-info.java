/** Tests of what stands in org.homeline.configuration. */
@org.jspecify.annotations.NullMarked
package org.homeline.configuration;
