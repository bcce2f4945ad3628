package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;

/** Why an agent can't serve somebody at the till: the answers that operations there share. */
public final class Unserved {
    private Unserved() {}

    /** That is no phone number. */
    @Serdeable
    public record BadNumber()
            implements Till.Whom,
                    Presented.Found,
                    CashIn.Reply,
                    AskCashOut.Reply,
                    ReadCash.Reply,
                    CheckCashOut.Reply,
                    PayCashOut.Reply,
                    TerminalCashOut.Reply {}

    /** Nobody with this number has a wallet in the agent's currency. */
    @Serdeable
    public record UnknownCustomer() implements Till.Whom, CashIn.Reply, AskCashOut.Reply, ReadCash.Reply {}

    /** The agent himself, whose own wallet another agent has to serve. */
    @Serdeable
    public record Yourself()
            implements Till.Whom,
                    Presented.Found,
                    CashIn.Reply,
                    AskCashOut.Reply,
                    ReadCash.Reply,
                    CheckCashOut.Reply,
                    PayCashOut.Reply,
                    TerminalCashOut.Reply {}

    /** It can't be read as exactly one amount, or is too small. */
    @Serdeable
    public record BadAmount()
            implements Till.Read, CashIn.Reply, AskCashOut.Reply, ReadCash.Reply, ReadWithdrawal.Reply {}

    @Serdeable
    public record WrongCode() implements CheckCashOut.Reply, PayCashOut.Reply, TerminalCashOut.Reply {}

    /** No code waits for that number, or its time is over. */
    @Serdeable
    public record CodeExpired()
            implements Presented.Found, CheckCashOut.Reply, PayCashOut.Reply, TerminalCashOut.Reply {}

    /** This agent has typed as many wrong codes for this customer as he may in a day. */
    @Serdeable
    public record TooManyWrong() implements CheckCashOut.Reply, PayCashOut.Reply, TerminalCashOut.Reply {}
}
