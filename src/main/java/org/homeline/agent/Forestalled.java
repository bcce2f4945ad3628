package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.homeline.ledger.Row;

/**
 * A terminal's request that is never done.
 *
 * @param request its key
 * @param code the response code that it is answered with, whenever it comes
 * @param said the text beside it
 */
@MappedEntity("forestalled")
public record Forestalled(@Id String request, String code, String said, Instant at) implements Row {}
