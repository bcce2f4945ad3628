package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.money.Money;

/** Why nothing was asked of a bank: the answers that several operations share. */
final class Unbanked {
    private Unbanked() {}

    @Serdeable
    record NotRegistered()
            implements Requests.Read,
                    Banks.Reply,
                    Link.Reply,
                    Prove.Reply,
                    Accounts.Reply,
                    Remove.Reply,
                    Choose.Reply,
                    Fund.Reply,
                    Withdraw.Reply {}

    /** None is linked, or not that one. */
    @Serdeable
    record NoAccount()
            implements Requests.Read, Accounts.Reply, Remove.Reply, Choose.Reply, Fund.Reply, Withdraw.Reply {}

    /** Several are linked. */
    @Serdeable
    record WhichAccount() implements Requests.Read, Fund.Reply, Withdraw.Reply, Remove.Reply {}

    @Serdeable
    record BadAmount() implements Requests.Read, Choose.Reply, Fund.Reply, Withdraw.Reply {}

    @Serdeable
    record AmbiguousAmount(Money one, Money other) implements Requests.Read, Choose.Reply, Fund.Reply, Withdraw.Reply {}

    /** The bank does no such thing, or not now. */
    @Serdeable
    record NotConnected(String bankName) implements Requests.Read, Fund.Reply, Withdraw.Reply {}
}
