/** Tests of Twilio's wire: the real SDK and real HTTP against the simulator. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.sms.twilio;
