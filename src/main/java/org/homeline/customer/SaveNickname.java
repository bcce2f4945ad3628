package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;

/** Remembers a number under a name. */
@Singleton
final class SaveNickname extends Operation<SaveNickname.Input, SaveNickname.Reply> {
    /** @param number as the customer writes it at home */
    @Serdeable
    record Input(String nickname, String number) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Saved(String nickname, PhoneNumber number) implements Reply {}

    /** The nickname was another number's: whoever sends to it by that name has to know. */
    @Serdeable
    record Replaced(String nickname, PhoneNumber number, PhoneNumber before) implements Reply {}

    @Serdeable
    record BadNickname() implements Reply {}

    @Serdeable
    record BadNumber() implements Reply {}

    @Serdeable
    record TooMany(long most) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Nicknames nicknames;
    private final Numbers numbers;

    SaveNickname(Customers customers, Nicknames nicknames, Numbers numbers) {
        super("customer.saveNickname", Input.class, Reply.class);
        this.customers = customers;
        this.nicknames = nicknames;
        this.numbers = numbers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var customer = customers.calling(attempt);
        if (customer.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var name = Nicknames.tidy(input.nickname());
        if (name.isEmpty()) {
            return Decision.answer(new BadNickname());
        }
        var number = numbers.read(input.number(), customer.get().country());
        if (number.isEmpty()) {
            return Decision.answer(new BadNumber());
        }
        var known = nicknames.all(customer.get().id());
        var before = known.stream()
                .filter(one -> one.name().equals(name.get()))
                .map(Nicknames.Nickname::phone)
                .findFirst();
        if (known.size() >= Nicknames.MOST && before.isEmpty()) {
            return Decision.answer(new TooMany(Nicknames.MOST));
        }
        var answer = before.filter(one -> !one.equals(number.get()))
                .<Reply>map(one -> new Replaced(name.get(), number.get(), one))
                .orElseGet(() -> new Saved(name.get(), number.get()));
        return Decision.propose(
                answer,
                attempt.draft().write(new Nicknames.Nickname(customer.get().id(), name.get(), number.get())));
    }
}
