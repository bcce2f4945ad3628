package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;

/** What becomes of a link for somebody who can't dial: the answers that operations which send one share. */
final class ByLink {
    private ByLink() {}

    /** A link to choose the PIN went out. */
    @Serdeable
    record LinkSent() implements Join.Reply, AskPinLink.Reply {}

    /** As many as may go out within the hour have gone. */
    @Serdeable
    record TooManyLinks() implements Join.Reply, AskPinLink.Reply {}
}
