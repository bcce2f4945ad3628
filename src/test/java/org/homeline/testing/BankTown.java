package org.homeline.testing;

import static org.homeline.testing.People.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.homeline.database.Transactions;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Audit;
import org.homeline.ledger.Books;
import org.homeline.outbox.Delivery;
import org.homeline.outbox.Message;
import org.homeline.outbox.OutboxTable;
import org.homeline.outbox.SmsSender;
import org.homeline.settlement.link.Links;
import org.homeline.simulator.bank.BankAccount;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.time.StoryClock;
import org.joda.money.CurrencyUnit;

/**
 * A server that is connected to two simulated banks, one in the US and one in Kenya, and phones that get its texts: a text is
 * what tests wait for, since every errand of a bank ends with one. The clock stands until it is moved.
 */
public final class BankTown implements AutoCloseable, SmsSender {
    /** At the US bank, with 2,500 dollars. */
    public static final String DOLLARS = "0123456789";
    /** Likewise, with the same last digits. */
    public static final String TWIN = "5523456789";
    /** Likewise, with one dollar. */
    public static final String POOR = "0123456790";
    /** Likewise, closed. */
    public static final String CLOSED = "0123456791";
    /** At the Kenyan bank. */
    public static final String SHILLINGS = "9876543210";

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StoryClock clock = StoryClock.standingAt(NOON);
    private final Map<String, BlockingQueue<String>> phones = new ConcurrentHashMap<>();
    private final BankSimulator us;
    private final BankSimulator ke;
    private final TestServer server;
    private final People people;

    public BankTown() {
        this(false);
    }

    private BankTown(boolean onPostgres) {
        us = bank(Wire.ASCII, "USD", DOLLARS, POOR, CLOSED);
        ke = bank(Wire.BINARY, "KES", SHILLINGS, "9876543211", "9876543212");
        var properties = Map.<String, Object>of(
                "homeline.connect.demo-us", "127.0.0.1:" + us.port(),
                "homeline.connect.demo-ke", "127.0.0.1:" + ke.port());
        server = onPostgres ? TestServer.onPostgres(properties, clock, this) : TestServer.onH2(properties, clock, this);
        people = new People(server);
        server.get(Delivery.class).start();
        server.get(Links.class).start();
    }

    public static BankTown onPostgres() {
        return new BankTown(true);
    }

    private BankSimulator bank(Wire wire, String currency, String rich, String poor, String closed) {
        var money = Currency.getInstance(currency);
        return BankSimulator.start(
                BankSettings.of(wire)
                        .withAccounts(
                                new BankAccount(rich, "Amina", money, 250_000, true, true),
                                new BankAccount("55" + rich.substring(2), "Amina", money, 250_000, true, true),
                                new BankAccount(poor, "Amina", money, 100, true, true),
                                new BankAccount(closed, "Amina", money, 250_000, false, false)),
                clock);
    }

    public TestServer server() {
        return server;
    }

    public People people() {
        return people;
    }

    public StoryClock clock() {
        return clock;
    }

    public BankSimulator us() {
        return us;
    }

    public BankSimulator ke() {
        return ke;
    }

    /** Somebody with this much cash in the wallet, from an agent of the same country. */
    public void customer(String phone, String name, String cash) {
        var agent = phone.startsWith("+1") ? "+12025550199" : "+254722000111";
        if (!phones.containsKey(agent)) {
            people.agent(agent, "Corner Shop", phone.startsWith("+1") ? "2000" : "150000");
            phones.put(agent, new LinkedBlockingQueue<>());
        }
        people.customer(phone, name);
        if (!cash.equals("0")) {
            people.cashIn(agent, phone, cash);
            heard(phone, "cash paid in");
        }
    }

    /** Links the account from the US bank's statement, with all that this takes. */
    public void linked(String phone, String account) {
        done(
                people.desk().sms(phone, "banking.link", Map.of("bank", "demo-us", "account", account), People.PIN),
                "ProofAsked");
        heard(phone, "Text LINK");
        done(people.desk().sms(phone, "banking.prove", Map.of("code", code(account)), ""), "Linked");
        heard(phone, "is linked");
    }

    /** Somebody with a linked account, and this much cash. */
    public void linkedWith(String phone, String cash) {
        customer(phone, "Amina Otieno", cash);
        linked(phone, DOLLARS);
        clock.advance(Duration.ofSeconds(1));
    }

    /** Asks a bank for something, and waits for the text that says how it ended. */
    public void sent(String phone, String operation, String amount, String heard) {
        var asked = people.desk().sms(phone, operation, Map.of("amount", People.amount(amount)), People.PIN);
        if (!asked.getClass().getSimpleName().endsWith("Asked")) {
            throw new AssertionError(asked);
        }
        heard(phone, heard);
        clock.advance(Duration.ofSeconds(1));
    }

    /** The digits in the newest description on the account's statement at the US bank. */
    public String code(String account) {
        return us.statement(account).getLast().text().replaceAll("[^0-9]", "");
    }

    /** Waits for the next text to the phone that says so, and answers with it. */
    public String heard(String phone, String words) {
        try {
            for (var texts = phone(phone); ; ) {
                var text = texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (text == null) {
                    throw new AssertionError(phone + " was not told: " + words);
                }
                if (text.contains(words)) {
                    // Until its delivery is written down, a jump of the clock would let it expire.
                    var outbox = server.get(OutboxTable.class);
                    Eventually.holds(() -> outbox.backlog().waiting() == 0, outbox::backlog);
                    return text;
                }
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** What is in the accounts of the customer's wallet: cash, then bank, in minor units. */
    public List<Long> wallet(String phone, String currency) {
        var id = id(phone);
        var unit = CurrencyUnit.of(currency);
        return server
                .get(Books.class)
                .totals(List.of(
                        new Account(AccountCode.WALLET_CASH, id, unit), new Account(AccountCode.WALLET_BANK, id, unit)))
                .stream()
                .map(totals -> totals.available())
                .toList();
    }

    private UUID id(String phone) {
        return server.get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement("select id from customer where phone = ?")) {
                select.setString(1, phone);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getObject(1, UUID.class);
                }
            }
        });
    }

    /** What the audit finds wrong. */
    public List<Audit.Line> broken() {
        return server.get(Audit.class).run().broken();
    }

    @Override
    public Outcome send(Message message) {
        phone(message.to().e164()).add(message.text());
        return new Outcome.Sent(message.id().toString());
    }

    @Override
    public Search find(Message message, Instant since, Set<String> others) {
        return new Search.NoAnswer("never asked", Optional.empty());
    }

    private BlockingQueue<String> phone(String number) {
        return phones.computeIfAbsent(number, first -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        server.close();
        us.close();
        ke.close();
    }
}
