package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** What Homeline owes each partner in each currency, read by one statement. */
@Singleton
public final class NetPositions {
    private final Transactions transactions;
    private final Partners partners;

    NetPositions(Transactions transactions, Partners partners) {
        this.transactions = transactions;
        this.partners = partners;
    }

    /**
     * A partner's position in one currency.
     *
     * @param owed what Homeline owes, what is under way to accounts there counted; negative where it is owed
     * @param booked the same without what is under way
     */
    public record Position(Partner partner, Partner.Caps caps, Money owed, Money booked) {
        /** What is under way to accounts there. */
        public Money onItsWay() {
            return owed.minus(booked);
        }

        public boolean isOverAlarm() {
            return owed.compareTo(caps.alarm()) >= 0;
        }
    }

    private record Sums(long booked, long underWay) {
        private static final Sums NONE = new Sums(0, 0);
    }

    /** In the order of the partners' files. */
    public List<Position> all() {
        var accounts = new ArrayList<UUID>();
        for (var partner : partners.all()) {
            partner.currencies()
                    .keySet()
                    .forEach(currency ->
                            accounts.add(partner.settlement(currency).id()));
        }
        var sums = sums(accounts);
        var found = new ArrayList<Position>();
        for (var partner : partners.all()) {
            partner.currencies().forEach((currency, caps) -> {
                var its = sums.getOrDefault(partner.settlement(currency).id(), Sums.NONE);
                found.add(new Position(
                        partner,
                        caps,
                        new Money(its.booked() + its.underWay(), currency),
                        new Money(its.booked(), currency)));
            });
        }
        return found;
    }

    /** What is booked: what can be settled. */
    public Money booked(Partner partner, CurrencyUnit currency) {
        var account = partner.settlement(currency).id();
        var its = sums(List.of(account)).getOrDefault(account, Sums.NONE);
        return new Money(its.booked(), currency);
    }

    /** By account, each found by its key; one that nothing was ever booked on is not there. */
    private Map<UUID, Sums> sums(List<UUID> accounts) {
        return transactions.<Map<UUID, Sums>>read(connection -> {
            try (var select = connection.prepareStatement(
                    "select id, credits_posted - debits_posted," + " credits_pending from account where id = any(?)")) {
                select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
                return read(select);
            }
        });
    }

    private static Map<UUID, Sums> read(PreparedStatement select) throws SQLException {
        var found = new HashMap<UUID, Sums>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), new Sums(row.getLong(2), row.getLong(3)));
            }
        }
        return found;
    }
}
