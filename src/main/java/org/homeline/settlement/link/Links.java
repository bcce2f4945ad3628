package org.homeline.settlement.link;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.settlement.Bell;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links of this node, one for each partner that has an address. */
@Singleton
public final class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);

    private final Partners partners;
    private final Desk desk;
    private final Bell bell;
    private List<PartnerLink> links = List.of();
    private boolean started;

    Links(Partners partners, Desk desk, Bell bell) {
        this.partners = partners;
        this.desk = desk;
        this.bell = bell;
    }

    /** Connects in the background, and stays connected. */
    public synchronized void start() {
        started = true;
        if (links.isEmpty()) {
            links = partners.all().stream()
                    .flatMap(partner ->
                            partner.address().map(address -> new PartnerLink(partner, address, desk)).stream())
                    .toList();
            links.forEach(link -> bell.onRing(link::ring));
            links.forEach(PartnerLink::start);
        }
    }

    /** How many instructions to partners, of this node and others, have not ended and wait for no operator. */
    public long underWay() {
        return desk.table().underWay();
    }

    /** Empty where this node has none to that partner. */
    synchronized Optional<PartnerLink> of(Partner partner) {
        return links.stream().filter(link -> link.partner().equals(partner)).findFirst();
    }

    /** How a partner's link stands, as far as this process can tell, in words. */
    synchronized String state(Partner partner) {
        if (!started) {
            return "no server runs";
        }
        if (partner.address().isEmpty()) {
            return "off";
        }
        return of(partner)
                .map(link -> switch (link.state()) {
                    case ELSEWHERE -> "another node has it";
                    case CONNECTING -> "connecting" + (link.lost().isEmpty() ? "" : ": " + link.lost());
                    case SIGNING_ON -> "signing on" + (link.lost().isEmpty() ? "" : ": " + link.lost());
                    case SIGNED_ON ->
                        link.unreadable().isEmpty()
                                ? "signed on"
                                : "signed on, but not all that comes can be read: " + link.unreadable();
                })
                .orElse("closed");
    }

    /** Why nothing can be asked of a partner now; empty where its link, here or on another node, may carry it. */
    synchronized Optional<String> mute(Partner partner) {
        var link = of(partner);
        return link.isPresent()
                        && (link.get().state() == Session.State.SIGNED_ON
                                || link.get().state() == Session.State.ELSEWHERE)
                ? Optional.empty()
                : Optional.of(state(partner));
    }

    @PreDestroy
    synchronized void stop() {
        for (var link : links) {
            try {
                link.stop();
            } catch (InterruptedException hurried) {
                LOG.debug("links were closed in a hurry");
                Thread.currentThread().interrupt();
            }
        }
        links = List.of();
    }
}
