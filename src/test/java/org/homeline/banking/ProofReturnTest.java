package org.homeline.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.homeline.ledger.AccountCode;
import org.homeline.settlement.Discrepancy;
import org.homeline.simulator.bank.Fault;
import org.homeline.testing.BankReturns;
import org.homeline.testing.BankTown;
import org.homeline.testing.Eventually;
import org.homeline.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small amounts that prove an account, and that the bank takes back or sends back after it had settled them. */
final class ProofReturnTest {
    private static final String AMINA = "+12025550143";

    private final BankTown town = new BankTown();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void ask() {
        town.customer(AMINA, "Amina Otieno", "0");
        done(
                town.people()
                        .desk()
                        .sms(AMINA, "banking.link", Map.of("bank", "demo-us", "account", BankTown.DOLLARS), People.PIN),
                "ProofAsked");
        town.heard(AMINA, "Text LINK");
        town.clock().advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void itsCodeIsWorthNothingAnyMore() throws Exception {
        var code = town.code(BankTown.DOLLARS);
        takenBack();
        assertThat(town.heard(AMINA, "is not linked"))
                .isEqualTo("..6789 Demo Bank is not linked: the bank took its USD 0.50 back.");
        done(town.people().desk().sms(AMINA, "banking.prove", Map.of("code", code), ""), "NothingToProve");
        assertThat(town.broken()).isEmpty();
    }

    /** Then nobody has to find its owner. */
    @Test
    void whatWasKeptIsTheBanksAgain() throws Exception {
        kept();
        takenBack();
        assertThat(returns().waiting()).noneMatch(ProofReturnTest::isUnreturned);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void whatWasUnclaimedIsTheBanksAgain() throws Exception {
        kept();
        returns().operators().correct(unreturned().id(), "unclaimed");
        assertThat(returns().balance(AccountCode.UNCLAIMED, "USD").minor()).isEqualTo(50);
        takenBack();
        assertThat(returns().balance(AccountCode.UNCLAIMED, "USD").minor()).isZero();
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD").minor()).isZero();
        assertThat(town.broken()).isEmpty();
    }

    /** Two operators say at once what becomes of it: one of them is too late. */
    @Test
    void whatIsGoneIsNotHandedOver() throws Exception {
        kept();
        var found = unreturned();
        done(returns().operators().resolve(found.id(), "unclaimed", "ana"), "Proposed");
        takenBack();
        done(returns().operators().approve(found.id(), "unclaimed", "ben"), "AlreadyResolved");
        assertThat(town.broken()).isEmpty();
    }

    /** It had gone back, and comes once more: it is kept, and can be offered again. */
    @Test
    void whatTheBankSendsBackIsKept() throws Exception {
        town.clock().advance(ProofRules.LIFETIME);
        town.server().get(ProofExpiry.class).run();
        town.heard(AMINA, "its code was not told");
        var credit = returns().newest("banking.return");
        Eventually.holds(() -> returns().newest("banking.return").state().equals("settled"), () -> credit);
        returns()
                .operators()
                .correct(
                        returns()
                                .undone(town.us(), returns().newest("banking.return"))
                                .id(),
                        "return");
        town.heard(AMINA, "could not go back");
        assertThat(unreturned().theirs()).isEqualTo("credit sent back");
        assertThat(town.broken()).isEmpty();

        town.clock().advance(Duration.ofSeconds(1));
        returns().operators().correct(unreturned().id(), "give-back");
        town.server().get(ProofExpiry.class).run();
        Eventually.holds(
                () -> returns().newest("banking.return").state().equals("settled"),
                () -> returns().newest("banking.return"));
        assertThat(returns().waiting()).noneMatch(ProofReturnTest::isUnreturned);
        assertThat(town.broken()).isEmpty();
    }

    private void kept() {
        town.us().fault(Fault.decline("14", "0200"));
        town.clock().advance(ProofRules.LIFETIME);
        town.server().get(ProofExpiry.class).run();
        town.heard(AMINA, "could not go back");
    }

    private static boolean isUnreturned(Discrepancy one) {
        return one.what() == Discrepancy.Kind.UNRETURNED;
    }

    private Discrepancy unreturned() {
        return returns().waiting().stream()
                .filter(ProofReturnTest::isUnreturned)
                .findFirst()
                .orElseThrow();
    }

    private void takenBack() throws Exception {
        var proof = returns().newest("banking.proof");
        returns().operators().correct(returns().undone(town.us(), proof).id(), "return");
    }

    private BankReturns returns() {
        return new BankReturns(town, folder);
    }
}
