package org.homeline.api;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What the operator's desk answers.
 *
 * @param outcome the name of the outcome's record
 * @param done whether it is what was wanted, and not a reason why it could not be
 * @param values the outcome's components
 */
@Serdeable
public record OperatorAnswer(String outcome, boolean done, JsonNode values) {}
