package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.homeline.ledger.Row;

/**
 * A terminal's request that is never done.
 *
 * @param request its key
 * @param response how it is answered whenever it comes, by name
 * @param said the text beside it
 */
@MappedEntity("forestalled")
public record Forestalled(@Id String request, String response, String said, Instant at) implements Row {}
