package org.homeline;

import org.homeline.simulator.bank.BankCommand;
import org.homeline.simulator.crowd.CrowdCommand;
import org.homeline.simulator.handset.PhoneCommand;
import org.homeline.simulator.till.TillCommand;
import org.homeline.simulator.twilio.TwilioCommand;
import picocli.CommandLine.Command;

/** Everybody around Homeline, in a terminal. */
@Command(
        name = "simulate",
        description = "play somebody around Homeline: a phone, Twilio, an agent's till, a bank, a crowd",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PhoneCommand.class, TwilioCommand.class, TillCommand.class, BankCommand.class, CrowdCommand.class
        })
final class Simulate {}
