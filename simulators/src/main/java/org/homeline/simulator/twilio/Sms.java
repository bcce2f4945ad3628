package org.homeline.simulator.twilio;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was handed over to be sent.
 *
 * @param sid its name
 * @param from the number or name it goes out from
 * @param to whom
 * @param body as handed over
 * @param created when
 * @param callback where its progress is reported
 */
public record Sms(String sid, String from, String to, String body, Instant created, Optional<URI> callback) {}
