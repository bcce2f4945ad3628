package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Neither a country's nor one that the books were opened with. */
@Serdeable
record UnknownCurrency(String currency, List<String> known)
        implements Prefund.Reply, Withdraw.Reply, Exchange.Reply, Cover.Reply {}
