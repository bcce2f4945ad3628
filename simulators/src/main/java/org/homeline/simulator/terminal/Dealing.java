package org.homeline.simulator.terminal;

import org.jpos.iso.ISOMsg;

/**
 * A financial request as it was made up, to be sent, sent again, or taken back. Its fields stay as they are whatever is done
 * with it, so that the host knows it by them.
 */
public final class Dealing {
    private final ISOMsg request;

    Dealing(ISOMsg request) {
        this.request = request;
    }

    ISOMsg request() {
        return request;
    }

    String trace() {
        return request.getString(11);
    }
}
