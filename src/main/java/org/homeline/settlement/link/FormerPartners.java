package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import org.homeline.settlement.Partners;

/**
 * Partners whose file was taken out while instructions to them were under way: nobody sends or ends those any more, and what
 * they hold stays held until the file is back. All other partners go on.
 */
@Singleton
public final class FormerPartners {
    private final Partners partners;
    private final SendingTable sendings;

    FormerPartners(Partners partners, SendingTable sendings) {
        this.partners = partners;
        this.sendings = sendings;
    }

    /** @param underWay how many instructions have no end yet */
    public record Former(String partner, long underWay) {
        /** What an operator does about it. */
        public String mend() {
            return "iso8583/partners/" + partner + ".yaml is gone, but " + underWay
                    + (underWay == 1 ? " instruction is" : " instructions are")
                    + " under way with it: put the file back, and leave it until ./homeline settlement status shows none, and nobody owes"
                    + " anybody";
        }
    }

    /** By name. */
    public List<Former> all() {
        var found = new TreeMap<String, Long>();
        sendings.waiting().stream()
                .filter(waiting -> partners.find(waiting.partner()).isEmpty())
                .forEach(waiting -> found.merge(waiting.partner(), waiting.instructions(), Long::sum));
        return found.entrySet().stream()
                .map(one -> new Former(one.getKey(), one.getValue()))
                .toList();
    }
}
