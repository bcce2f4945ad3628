/** Tests of {@code org.homeline.gateway.web}. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.web;
