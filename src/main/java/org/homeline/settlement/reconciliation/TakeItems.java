package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Partners;
import org.joda.money.CurrencyUnit;

/** For the operator: takes some lines of a bank's end-of-day file, which comes in pages. */
@Singleton
public final class TakeItems extends Operation<TakeItems.Input, TakeItems.Reply> {
    public static final String NAME = "settlement.takeItems";
    /** How many lines a page has at most: so many fit into a request. */
    public static final int PAGE = 200;

    /** @param first whether this page begins the file, in place of one that was taken before */
    @Serdeable
    record Input(String partner, LocalDate day, boolean first, List<BankItem> items) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits TakeItems.Taken, TakeItems.OtherCurrency, UnknownPartner {}

    @Serdeable
    record Taken(int items) implements Reply, Success {}

    /** In which the partner keeps no accounts: the file is another bank's. */
    @Serdeable
    record OtherCurrency(String currency, List<String> kept) implements Reply {}

    private final Partners partners;

    TakeItems(Partners partners) {
        super(NAME, Input.class, Reply.class);
        this.partners = partners;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var partner = partners.find(input.partner());
        if (partner.isEmpty()) {
            return Decision.answer(UnknownPartner.in(partners));
        }
        var kept = partner.get().currencies().keySet().stream()
                .map(CurrencyUnit::getCode)
                .sorted()
                .toList();
        for (var item : input.items()) {
            if (!kept.contains(item.currency())) {
                return Decision.answer(new OtherCurrency(item.currency(), kept));
            }
        }
        var draft = attempt.draft()
                .write(new ItemPage(input.partner(), input.day(), input.first(), input.items()))
                .fact("partner", input.partner())
                .fact("day", input.day())
                .fact("items", input.items().size());
        return Decision.propose(new Taken(input.items().size()), draft);
    }
}
