package org.homeline.conversation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A screen that a person is at.
 *
 * @param screen its name
 * @param from the first row shown, on a list
 */
@Serdeable
record Place(String screen, int from) {}
