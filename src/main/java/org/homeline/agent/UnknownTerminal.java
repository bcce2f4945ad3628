package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;

/** What the operator is told who names a terminal that nobody added. */
@Serdeable
record UnknownTerminal(String terminal) implements BlockTerminal.Reply, UnblockTerminal.Reply {}
