package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** The caller's last transactions. */
@Singleton
final class LastActivities extends Operation<LastActivities.Input, LastActivities.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Last(List<Entry> items) implements Reply {}

    /** @param what says whether it came or left */
    @Serdeable
    record Entry(String reference, String what, Money amount, String other, ZonedDateTime at) {}

    @Serdeable
    record Nothing() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final Activities activities;
    private final Texts texts;

    LastActivities(Customers customers, Countries countries, Activities activities, Texts texts) {
        super("customer.last", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.activities = activities;
        this.texts = texts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var entries = customers.calling(attempt).stream()
                .flatMap(customer -> activities.findTop10ByOwnerOrderByAtDesc(customer.id()).stream()
                        .map(line -> entry(line, customer)))
                .toList();
        return Decision.answer(entries.isEmpty() ? new Nothing() : new Last(entries));
    }

    private Entry entry(Activity line, Customer customer) {
        return new Entry(
                line.reference(),
                texts.say(customer.spoken(), "activity." + line.what(), Map.of()),
                line.money().abs(),
                line.other(),
                line.at().atZone(countries.of(customer.country()).zone()));
    }
}
