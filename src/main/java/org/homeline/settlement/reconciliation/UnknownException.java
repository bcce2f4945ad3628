package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;

/** Neither an exception nor an instruction has that id. */
@Serdeable
record UnknownException() implements ShowException.Reply, ProposeCorrection.Reply, ApproveCorrection.Reply {}
