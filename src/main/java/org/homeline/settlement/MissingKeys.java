package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.signing.KeyAlgorithm;
import org.homeline.signing.NetworkKeys;

/** The keys that partners' files name and that nobody has imported: without them no message to the partner can be sent. */
@Singleton
public final class MissingKeys {
    private final Partners partners;
    private final NetworkKeys keys;

    MissingKeys(Partners partners, NetworkKeys keys) {
        this.partners = partners;
        this.keys = keys;
    }

    /** A key that custodians have to bring. */
    public record Needed(String partner, String key, KeyAlgorithm algorithm) {
        /** What an operator does about it. */
        public String mend() {
            return "the key " + key + ", which iso8583/partners/" + partner
                    + ".yaml names, is not there: ./homeline key import " + key + " --algorithm " + algorithm.word()
                    + " --file FILE";
        }
    }

    /** The key that has to be imported for a partner: the others come over its link. Empty where it authenticates nothing. */
    public static Optional<Needed> needed(Partner partner) {
        return partner.codes()
                .map(codes -> codes.keyEncryptingKey()
                        .map(kek ->
                                new Needed(partner.id(), kek, codes.tripleDes() ? KeyAlgorithm.TDES : KeyAlgorithm.AES))
                        .orElseGet(() -> new Needed(
                                partner.id(), codes.key(), codes.algorithm().algorithm())));
    }

    /** Empty where the partner's is there, as the database has it now, or it needs none. */
    public Optional<Needed> of(Partner partner) {
        return needed(partner).filter(one -> keys.checkValue(one.key()).isEmpty());
    }

    /** Of all partners that are connected to. */
    public List<Needed> all() {
        return partners.all().stream()
                .filter(partner -> partner.address().isPresent())
                .flatMap(partner -> of(partner).stream())
                .toList();
    }
}
