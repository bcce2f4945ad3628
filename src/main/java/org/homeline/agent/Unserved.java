package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;

/** Why an agent can't serve somebody at the till: the answers that operations there share. */
final class Unserved {
    private Unserved() {}

    /** That is no phone number. */
    @Serdeable
    record BadNumber()
            implements Till.Whom,
                    Presented.Found,
                    CashIn.Reply,
                    AskCashOut.Reply,
                    ReadCash.Reply,
                    CheckCashOut.Reply,
                    PayCashOut.Reply {}

    /** Nobody with this number has a wallet in the agent's currency. */
    @Serdeable
    record UnknownCustomer() implements Till.Whom, CashIn.Reply, AskCashOut.Reply, ReadCash.Reply {}

    /** The agent himself, whose own wallet another agent has to serve. */
    @Serdeable
    record Yourself()
            implements Till.Whom,
                    Presented.Found,
                    CashIn.Reply,
                    AskCashOut.Reply,
                    ReadCash.Reply,
                    CheckCashOut.Reply,
                    PayCashOut.Reply {}

    /** It can't be read as exactly one amount, or is too small. */
    @Serdeable
    record BadAmount() implements Till.Read, CashIn.Reply, AskCashOut.Reply, ReadCash.Reply, ReadWithdrawal.Reply {}

    @Serdeable
    record WrongCode() implements CheckCashOut.Reply, PayCashOut.Reply {}

    /** No code waits for that number, or its time is over. */
    @Serdeable
    record CodeExpired() implements Presented.Found, CheckCashOut.Reply, PayCashOut.Reply {}

    /** This agent has typed as many wrong codes for this customer as he may in a day. */
    @Serdeable
    record TooManyWrong() implements CheckCashOut.Reply, PayCashOut.Reply {}
}
