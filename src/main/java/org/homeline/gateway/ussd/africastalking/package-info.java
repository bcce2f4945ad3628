/**
 * Africa's Talking as a USSD provider: its callback as it comes over the wire, who may call it, and its answer. Documented
 * at developers.africastalking.com under "USSD: handle sessions".
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.ussd.africastalking;
