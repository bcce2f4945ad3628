/** USSD sessions, on both databases. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.ussd;
