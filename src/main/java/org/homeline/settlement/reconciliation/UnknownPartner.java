package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** No file in the configuration has that name. */
@Serdeable
record UnknownPartner(List<String> known)
        implements TakeItems.Reply, CompareItems.Reply, SettlePosition.Reply, ImportStatement.Reply {
    static UnknownPartner in(Partners partners) {
        return new UnknownPartner(
                partners.all().stream().map(Partner::id).sorted().toList());
    }
}
