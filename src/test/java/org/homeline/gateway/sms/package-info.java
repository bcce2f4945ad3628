/** Tests of texts in and out. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.sms;
