package org.homeline.remittance;

import java.util.ArrayList;
import java.util.List;
import org.homeline.ledger.Account;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;

/**
 * Pairs sources with destinations in order until both are used up: money of a wallet's two accounts that pays amount, fee
 * and tax, or the way back.
 */
final class Legs {
    private Legs() {}

    /** An amount at one end. */
    record End(Account account, Money amount, TransferCode code) {}

    /** An amount between two ends. */
    record Leg(Account debit, Account credit, Money amount, TransferCode code) {}

    /**
     * @param codeOfSource whether a leg is named by its source or its destination
     * @throws IllegalArgumentException where the ends do not add up to the same
     */
    static List<Leg> pair(List<End> sources, List<End> destinations, boolean codeOfSource) {
        var legs = new ArrayList<Leg>();
        int to = 0;
        Money room = Money.zero(sources.getFirst().amount().currency());
        for (var source : sources) {
            var left = source.amount();
            while (left.isPositive()) {
                while (room.isZero()) {
                    if (to == destinations.size()) {
                        throw new IllegalArgumentException("more comes in than goes out");
                    }
                    room = destinations.get(to++).amount();
                }
                var destination = destinations.get(to - 1);
                var moved = left.compareTo(room) < 0 ? left : room;
                legs.add(new Leg(
                        source.account(),
                        destination.account(),
                        moved,
                        codeOfSource ? source.code() : destination.code()));
                left = left.minus(moved);
                room = room.minus(moved);
            }
        }
        if (room.isPositive()
                || destinations.subList(to, destinations.size()).stream()
                        .anyMatch(end -> end.amount().isPositive())) {
            throw new IllegalArgumentException("more goes out than comes in");
        }
        return legs;
    }
}
