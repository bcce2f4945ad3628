package org.homeline.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.util.Map;
import org.homeline.testing.BankTown;
import org.homeline.testing.People;
import org.junit.jupiter.api.Test;

/** The other database reads and writes the same rows: every kind of errand once. */
final class BankingOnPostgresTest {
    private static final String AMINA = "+12025550143";

    @Test
    void anAccountIsLinkedGivesGetsAndPays() {
        try (var town = BankTown.onPostgres()) {
            var desk = town.people().desk();
            town.customer(AMINA, "Amina Otieno", "20");
            town.linked(AMINA, BankTown.DOLLARS);
            done(desk.sms(AMINA, "banking.fund", Map.of("amount", amount("100")), People.PIN), "DebitAsked");
            town.heard(AMINA, "came from");
            done(desk.sms(AMINA, "banking.withdraw", Map.of("amount", amount("30")), People.PIN), "CreditAsked");
            town.heard(AMINA, "is in ..6789");
            assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 90_50L);
            var quoted = done(
                    desk.sms(
                            AMINA,
                            "remittance.quoteToBank",
                            Map.of("bank", "demo-ke", "account", BankTown.SHILLINGS, "amount", amount("200")),
                            ""),
                    "QuotedFromBank");
            done(desk.sms(AMINA, "remittance.pay", Map.of("code", part(quoted, "code")), People.PIN), "FundingAsked");
            town.heard(AMINA, "is in ..3210");
            assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 0L);
            assertThat(town.broken()).isEmpty();
        }
    }
}
