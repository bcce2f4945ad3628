package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;

/** What the operator is told who names an agent by a number that is no agent's. */
@Serdeable
record UnknownAgent()
        implements LoadFloat.Reply,
                TakeFloat.Reply,
                BlockAgent.Reply,
                UnblockAgent.Reply,
                ResetAgentPin.Reply,
                AddTerminal.Reply {}
