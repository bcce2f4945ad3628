package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;

/** The caller's nicknames. */
@Singleton
final class ListNicknames extends Operation<ListNicknames.Input, ListNicknames.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Nicknamed(List<Entry> items) implements Reply {}

    @Serdeable
    record Entry(String nickname, PhoneNumber number) {}

    @Serdeable
    record NoNicknames() implements Reply {}

    private final Customers customers;
    private final Nicknames nicknames;

    ListNicknames(Customers customers, Nicknames nicknames) {
        super("customer.nicknames", Input.class, Reply.class);
        this.customers = customers;
        this.nicknames = nicknames;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var entries = customers.calling(attempt).stream()
                .flatMap(customer -> nicknames.all(customer.id()).stream())
                .map(nickname -> new Entry(nickname.name(), nickname.phone()))
                .toList();
        return Decision.answer(entries.isEmpty() ? new NoNicknames() : new Nicknamed(entries));
    }
}
