package org.homeline.simulator.twilio;

/**
 * What the application answered to a webhook.
 *
 * @param status of HTTP
 * @param body TwiML, if all is well
 */
public record Reply(int status, String body) {}
