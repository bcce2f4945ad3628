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
import java.util.stream.Stream;
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
 * moment stays within it. What comes back counts no more in the day and month in which it counted, as long as they last.
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
        // First what counts no more, so that there is room for what takes its place.
        var conditions = new ArrayList<>(back(attempt, movement));
        var payer = counts(movement) ? find(attempt, movement.payer()) : Optional.<Customer>empty();
        if (payer.isPresent()) {
            var limits = tiers.of(payer.get(), movement.out().currency());
            if (movement.out().compareTo(limits.transaction()) > 0) {
                return new Ruling.Denied(refused(TRANSACTION, limits.transaction()));
            }
            conditions.addAll(outgoing(payer.get(), movement.out(), limits, attempt.now()));
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
            case SEND, CASH_OUT, BANK_OUT -> true;
            case CASH_IN, HANDOVER, CLAIM, REFUND, BANK_IN -> false;
        };
    }

    /** A day or a month of the customer's country. */
    private record Period(String name, ZonedDateTime from, ZonedDateTime to) {
        String counter(Customer customer, Money out) {
            return "%s:%s:%s:%s".formatted(name, customer.id(), out.currency(), from.toLocalDate());
        }

        Instant expires() {
            return to.plusDays(1).toInstant();
        }
    }

    private Period day(Customer customer, Instant at) {
        var from = at.atZone(zone(customer)).truncatedTo(ChronoUnit.DAYS);
        return new Period(DAY, from, from.plusDays(1));
    }

    private Period month(Customer customer, Instant at) {
        var from = at.atZone(zone(customer)).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        return new Period(MONTH, from, from.plusMonths(1));
    }

    private List<Condition> outgoing(Customer payer, Money out, Limits limits, Instant now) {
        return List.of(
                counted(day(payer, now), payer, out, limits.day()),
                counted(month(payer, now), payer, out, limits.month()));
    }

    private static Condition counted(Period period, Customer payer, Money out, Money cap) {
        return new Condition(
                new Guard.Counter(
                        period.name(), period.counter(payer, out), out.minor(), cap.minor(), period.expires()),
                refused(period.name(), cap));
    }

    private List<Condition> back(Attempt attempt, Movement movement) {
        var undone = movement.undoes();
        if (undone == null) {
            return List.of();
        }
        var whose = movement.purpose() == Movement.Purpose.REFUND ? movement.payee() : movement.payer();
        return find(attempt, whose)
                .map(customer -> back(customer, undone, attempt.now()))
                .orElseGet(List::of);
    }

    private List<Condition> back(Customer customer, Movement.Counted undone, Instant now) {
        return Stream.of(day(customer, undone.at()), month(customer, undone.at()))
                .filter(period -> now.isBefore(period.to().toInstant()))
                .map(period -> back(period, customer, undone.out()))
                .toList();
    }

    private static Condition back(Period period, Customer customer, Money out) {
        return new Condition(
                Guard.Counter.back(
                        "back-to-" + period.name(), period.counter(customer, out), out.minor(), period.expires()),
                new Refused(Refused.BUSY));
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
