package org.homeline.compliance;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Tiers;
import org.homeline.customer.Tiers.Limits;
import org.homeline.ledger.Guard;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;

/**
 * What a customer of a tier may move in one payment, in a day and in a month of the customer's country, and may hold.
 * Exactly the limit passes. What is counted is counted by guards at the commit, so that any number of payments at the same
 * moment stays within it.
 */
@Singleton
@Order(30)
final class LimitsPolicy implements Policy {
    private static final String TRANSACTION = "limit-transaction";
    private static final String DAY = "limit-day";
    private static final String MONTH = "limit-month";
    private static final String BALANCE = "limit-balance";

    private final Customers customers;
    private final Countries countries;
    private final Tiers tiers;

    LimitsPolicy(Customers customers, Countries countries, Tiers tiers) {
        this.customers = customers;
        this.countries = countries;
        this.tiers = tiers;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(TRANSACTION, DAY, MONTH, BALANCE);
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        var movement = proposal.movement();
        if (movement == null) {
            return Ruling.FREE;
        }
        var conditions = new ArrayList<Condition>();
        var payer = counts(movement) ? find(attempt, movement.payer()) : Optional.<Customer>empty();
        if (payer.isPresent()) {
            var limits = tiers.of(payer.get(), movement.out().currency());
            if (movement.out().compareTo(limits.transaction()) > 0) {
                return new Ruling.Denied(refused(TRANSACTION, limits.transaction()));
            }
            conditions.addAll(outgoing(payer.get(), movement.out().minus(movement.counted()), limits, attempt.now()));
        }
        if (movement.purpose() != Movement.Purpose.REFUND) {
            find(attempt, movement.payee())
                    .map(payee -> holding(payee, movement.in()))
                    .ifPresent(conditions::add);
        }
        return new Ruling.Allowed(conditions);
    }

    private static boolean counts(Movement movement) {
        return switch (movement.purpose()) {
            case SEND, CASH_OUT -> true;
            case CASH_IN, HANDOVER, CLAIM, REFUND -> false;
        };
    }

    private List<Condition> outgoing(Customer payer, Money out, Limits limits, Instant now) {
        var today = now.atZone(zone(payer)).truncatedTo(ChronoUnit.DAYS);
        var month = today.withDayOfMonth(1);
        return List.of(
                period(DAY, payer, out, limits.day(), today, today.plusDays(1)),
                period(MONTH, payer, out, limits.month(), month, month.plusMonths(1)));
    }

    private static Condition period(
            String name, Customer payer, Money out, Money cap, ZonedDateTime from, ZonedDateTime to) {
        var counter = "%s:%s:%s:%s".formatted(name, payer.id(), out.currency(), from.toLocalDate());
        return new Condition(
                new Guard.Counter(
                        name, counter, out.minor(), cap.minor(), to.plusDays(1).toInstant()),
                refused(name, cap));
    }

    private Condition holding(Customer payee, Money in) {
        var cap = tiers.of(payee, in.currency()).balance();
        return new Condition(
                new Guard.BalanceAtMost(BALANCE, payee.wallet(in.currency()), cap.minor()),
                new Refused(BALANCE, Map.of("limit", cap, "name", payee.name())));
    }

    private Optional<Customer> find(Attempt attempt, @org.jspecify.annotations.Nullable UUID id) {
        return Optional.ofNullable(id).flatMap(known -> customers.find(attempt, known));
    }

    private ZoneId zone(Customer customer) {
        return countries.of(customer.country()).zone();
    }

    private static Refused refused(String reason, Money limit) {
        return new Refused(reason, Map.of("limit", limit));
    }
}
