package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.homeline.simulator.bank.Fault.Kind;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each trouble as it is seen on the wire; that nothing comes is seen by what comes behind it. */
final class BankFaultsTest {
    private static final String ACCOUNT = "0123456789";
    private static final Currency KES = Currency.getInstance("KES");

    private BankSimulator bank;
    private Client client;

    @BeforeEach
    void signOn() throws Exception {
        bank = BankSimulator.start(
                BankSettings.of(Wire.ASCII)
                        .withAccounts(BankAccount.of(ACCOUNT, "Wanjiku", "KES", 500_000))
                        .withSeed(8583),
                BankSimulatorTest.CLOCK);
        client = Client.signedOn(Wire.ASCII, bank);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        bank.close();
    }

    @Test
    void aRequestIsLost() throws Exception {
        bank.fault(Fault.of(Kind.DROP_REQUEST, "0200"));
        client.send(debit("000001"));
        assertThat(seen(client.ask(Client.network("301")))).isEqualTo("0810 000001 00");
        assertThat(taken()).isZero();
        assertThat(seen(client.ask(Client.as("0201", debit("000001"))))).isEqualTo("0210 000001 00");
        assertThat(taken()).isEqualTo(100);
    }

    @Test
    void anAnswerIsLost() throws Exception {
        bank.fault(Fault.of(Kind.DROP_ANSWER, "0200"));
        client.send(debit("000001"));
        assertThat(seen(client.ask(Client.network("301")))).startsWith("0810");
        assertThat(taken()).isEqualTo(100);
        assertThat(seen(client.ask(Client.as("0201", debit("000001"))))).isEqualTo("0210 000001 00");
        assertThat(taken()).isEqualTo(100);
    }

    @Test
    void anAnswerIsLate() throws Exception {
        bank.fault(Fault.delay(Duration.ofMillis(200), "0200"));
        client.send(debit("000001"));
        assertThat(seen(client.ask(Client.network("301")))).startsWith("0810");
        assertThat(seen(client.receive())).isEqualTo("0210 000001 00");
    }

    @Test
    void anAnswerComesTwice() throws Exception {
        bank.fault(Fault.of(Kind.DUPLICATE, "0200"));
        client.send(debit("000001"));
        assertThat(List.of(seen(client.receive()), seen(client.receive())))
                .containsExactly("0210 000001 00", "0210 000001 00");
        assertThat(taken()).isEqualTo(100);
    }

    @Test
    void answersChangePlaces() throws Exception {
        bank.fault(Fault.of(Kind.REORDER, "0200"));
        client.send(debit("000001"));
        client.send(debit("000002"));
        assertThat(List.of(seen(client.receive()), seen(client.receive())))
                .containsExactly("0210 000002 00", "0210 000001 00");
    }

    @Test
    void anAnswerComesBehindItsReversal() throws Exception {
        bank.fault(Fault.of(Kind.AFTER_REVERSAL, "0200"));
        client.send(debit("000001"));
        assertThat(seen(client.ask(debit("000002")))).isEqualTo("0210 000002 00");
        assertThat(taken()).isEqualTo(200);
        client.send(Client.reversal(debit("000001")));
        assertThat(List.of(seen(client.receive()), seen(client.receive())))
                .containsExactly("0430 000001 00", "0210 000001 00");
        assertThat(taken()).isEqualTo(100);
    }

    /** As when Homeline has connected anew before it reverses. */
    @Test
    void aLateAnswerComesOverTheConnectionOfItsReversal() throws Exception {
        bank.fault(Fault.of(Kind.AFTER_REVERSAL, "0200"));
        client.send(debit("000001"));
        client.ask(Client.network("301"));
        try (var another = Client.signedOn(Wire.ASCII, bank)) {
            another.send(Client.reversal(debit("000001")));
            assertThat(List.of(seen(another.receive()), seen(another.receive())))
                    .containsExactly("0430 000001 00", "0210 000001 00");
        }
    }

    @Test
    void aConnectionIsHalfOpenUntilItIsHealed() throws Exception {
        bank.fault(Fault.of(Kind.HALF_OPEN, "0200"));
        client.send(debit("000001"));
        client.send(Client.network("301"));
        try (var another = Client.signedOn(Wire.ASCII, bank)) {
            assertThat(another.code(Client.reversal(debit("000001")))).isEqualTo("00");
        }
        assertThat(taken()).isZero();
        bank.heal();
        assertThat(List.of(seen(client.receive()), seen(client.receive())))
                .containsExactly("0210 000001 94", "0810 000001 00");
        assertThat(taken()).isZero();
    }

    @Test
    void whatIsHeldBackGoesOutWhenItIsHealed() throws Exception {
        bank.fault(Fault.of(Kind.REORDER, "0200"), Fault.decline("05", "0200"));
        var held = new CountDownLatch(1);
        bank.onLine(line -> {
            if (line.contains("held back")) {
                held.countDown();
            }
        });
        client.send(debit("000001"));
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        bank.heal();
        assertThat(bank.faults()).isEmpty();
        assertThat(seen(client.receive())).isEqualTo("0210 000001 00");
        assertThat(seen(client.ask(debit("000002")))).isEqualTo("0210 000002 00");
    }

    @Test
    void aConnectionBreaksInTheMiddleOfAFrame() throws Exception {
        bank.fault(Fault.of(Kind.RESET, "0200"));
        client.send(debit("000001"));
        assertThatThrownBy(() -> client.receive()).isInstanceOf(SocketException.class);
        assertThat(taken()).isEqualTo(100);
        try (var another = Client.signedOn(Wire.ASCII, bank)) {
            assertThat(seen(another.ask(Client.as("0201", debit("000001"))))).isEqualTo("0210 000001 00");
        }
    }

    @Test
    void aFrameSaysThatItIsLonger() throws Exception {
        bank.fault(Fault.of(Kind.WRONG_LENGTH, "0800"));
        client.send(Client.network("301"));
        // Four of type, two bitmaps of sixteen, and fields 7, 11, 39 and 70.
        int length = 4 + 32 + 10 + 6 + 2 + 3;
        assertThat(client.read(2)).containsExactly(0, length + 7);
        assertThat(client.read(length)).startsWith('0', '8', '1', '0');
        client.send(Client.network("301"));
        assertThat(client.read(2)).containsExactly(0, length);
    }

    @Test
    void aFrameIsFullOfAnything() throws Exception {
        bank.fault(Fault.of(Kind.GARBAGE, "0800"));
        client.send(Client.network("301"));
        int length = 4 + 32 + 10 + 6 + 2 + 3;
        assertThat(client.read(2)).containsExactly(0, length);
        var garbage = client.read(length);
        client.send(Client.network("301"));
        assertThat(client.read(2)).containsExactly(0, length);
        assertThat(client.read(length)).startsWith('0', '8', '1', '0').isNotEqualTo(garbage);
    }

    @Test
    void aSignOnIsForgotten() throws Exception {
        bank.fault(Fault.of(Kind.LOST_SIGN_ON, "0200"));
        assertThat(client.code(debit("000001"))).isEqualTo("91");
        assertThat(client.code(debit("000001"))).isEqualTo("91");
        assertThat(client.code(Client.network("001"))).isEqualTo("00");
        assertThat(client.code(debit("000001"))).isEqualTo("00");
        bank.signOff();
        assertThat(client.code(debit("000002"))).isEqualTo("91");
    }

    @Test
    void anythingIsDeclinedAndRemembered() throws Exception {
        bank.fault(Fault.decline("61", "0200"), Fault.decline("96", "0420"));
        assertThat(client.code(debit("000001"))).isEqualTo("61");
        assertThat(client.code(Client.as("0201", debit("000001")))).isEqualTo("61");
        assertThat(client.code(debit("000002"))).isEqualTo("00");
        assertThat(client.code(Client.reversal(debit("000002")))).isEqualTo("96");
        assertThat(taken()).isEqualTo(100);
        assertThat(client.code(Client.as("0421", Client.reversal(debit("000002")))))
                .isEqualTo("00");
        assertThat(taken()).isZero();
    }

    @Test
    void theSameSeedBringsTheSameApprovals() throws Exception {
        var approvals = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var settings = BankSettings.of(Wire.BINARY).withSeed(7);
            try (var seeded = BankSimulator.start(settings, BankSimulatorTest.CLOCK);
                    var link = Client.signedOn(Wire.BINARY, seeded)) {
                approvals.add(link.ask(debit("000001")).getString(38));
            }
        }
        assertThat(approvals.getFirst()).isEqualTo(approvals.getLast());
    }

    private static ISOMsg debit(String stan) throws Exception {
        return Client.debit(stan, ACCOUNT, 100);
    }

    /** What the bank owes Homeline. */
    private long taken() {
        return bank.position(KES);
    }

    private static String seen(ISOMsg message) throws Exception {
        return message.getMTI() + " " + message.getString(11) + " " + message.getString(39);
    }
}
