package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** The banks that the caller can send money to. */
@Singleton
final class ListBanks extends Operation<ListBanks.Input, ListBanks.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits ListBanks.Reachable, ListBanks.NoBanks, Offered.NotRegistered {}

    @Serdeable
    record Reachable(List<Entry> items) implements Reply {}

    /** @param bank its id, as it is written in a text message */
    @Serdeable
    record Entry(String bank, String bankName) {}

    @Serdeable
    record NoBanks() implements Reply {}

    /** A bank and the corridor that leads to its country. */
    record Way(Partner bank, Corridor corridor) {}

    private final Customers customers;
    private final Partners partners;
    private final Corridors corridors;

    ListBanks(Customers customers, Partners partners, Corridors corridors) {
        super("remittance.banks", Input.class, Reply.class);
        this.customers = customers;
        this.partners = partners;
        this.corridors = corridors;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers.calling(attempt).map(this::list).orElseGet(Offered.NotRegistered::new));
    }

    private Reply list(Customer payer) {
        var entries = entries(reachable(partners, corridors, payer));
        return entries.isEmpty() ? new NoBanks() : new Reachable(entries);
    }

    static List<Entry> entries(Stream<Way> ways) {
        return ways.map(way -> new Entry(way.bank().id(), way.bank().name())).toList();
    }

    /** Those that keep accounts in the currency that a corridor from the payer's country brings. */
    static Stream<Way> reachable(Partners partners, Corridors corridors, Customer payer) {
        return corridors.all().stream()
                .filter(corridor -> corridor.from().equals(payer.country()))
                .flatMap(corridor -> partners.in(corridor.to(), Partner.Kind.CREDIT).stream()
                        .filter(bank -> bank.currencies().containsKey(corridor.receive()))
                        .map(bank -> new Way(bank, corridor)));
    }
}
