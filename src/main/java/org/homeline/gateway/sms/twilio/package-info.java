/**
 * Twilio's wire: its webhooks and their signature, its REST interface through its own SDK (which re-sends nothing here), its
 * reports. Fixed by Twilio's documentation of webhook security, of the Message resource and of opt-out keywords.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.sms.twilio;
