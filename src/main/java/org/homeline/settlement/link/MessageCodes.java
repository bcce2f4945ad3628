package org.homeline.settlement.link;

import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.settlement.Partner;
import org.homeline.signing.NetworkKeys;

/** Packs messages for a partner with the code that authenticates them, and checks the partner's. */
final class MessageCodes {
    private final Partner partner;
    private final NetworkKeys keys;

    MessageCodes(Partner partner, NetworkKeys keys) {
        this.partner = partner;
        this.keys = keys;
    }

    /** @throws org.homeline.signing.NetworkKeyException where the key is missing */
    byte[] pack(Message message) {
        return partner.codes()
                .map(codes ->
                        partner.dialect().pack(message, bytes -> keys.code(codes.key(), codes.algorithm(), bytes)))
                .orElseGet(() -> partner.dialect().pack(message));
    }

    /** Looks once more under the newest key before it says no: another node may have taken one. */
    boolean isAuthentic(Received received) {
        return partner.codes()
                .map(codes -> {
                    if (received.isAuthentic(bytes -> keys.code(codes.key(), codes.algorithm(), bytes))) {
                        return true;
                    }
                    keys.refresh(codes.key());
                    return received.isAuthentic(bytes -> keys.code(codes.key(), codes.algorithm(), bytes));
                })
                .orElse(true);
    }
}
