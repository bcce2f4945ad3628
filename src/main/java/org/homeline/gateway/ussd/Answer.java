package org.homeline.gateway.ussd;

/**
 * What a phone is to show.
 *
 * @param text fits a USSD screen
 * @param ends whether the session is over
 */
public record Answer(String text, boolean ends) {}
