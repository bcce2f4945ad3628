/** Africa's Talking's callback over real HTTP. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.ussd.africastalking;
