package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.signing.KeyAlgorithm;
import org.homeline.signing.KeyComponents;
import org.homeline.signing.NetworkKey;
import org.homeline.signing.NetworkKeys;
import org.homeline.signing.TerminalKeyName;
import org.jspecify.annotations.Nullable;

/** For the operator: takes a key that custodians agreed on with a partner, in place of any other of its name. */
@Singleton
final class ImportKey extends Operation<ImportKey.Input, ImportKey.Reply> {
    /** @param algorithm {@code aes} or {@code tdes} */
    @Serdeable
    record Input(String name, String algorithm, KeyComponents components) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /**
     * @param checkValue to compare with what the partner says
     * @param instead the check value of the key that it replaces; null where there was none
     * @param caution that nobody is known to use a key of that name; else null
     */
    @Serdeable
    record Imported(
            String name,
            String algorithm,
            String checkValue,
            @Nullable String instead,
            String components,
            @Nullable String caution)
            implements Reply, Success {}

    @Serdeable
    record BadKeyName() implements Reply {}

    @Serdeable
    record UnknownAlgorithm() implements Reply {}

    /** @param why in words that hold none of them */
    @Serdeable
    record BadComponents(String why) implements Reply {}

    private final NetworkKeys keys;
    private final Partners partners;

    ImportKey(NetworkKeys keys, Partners partners) {
        super("key.import", Input.class, Reply.class);
        this.keys = keys;
        this.partners = partners;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        if (!NetworkKey.isName(input.name())) {
            return Decision.answer(new BadKeyName());
        }
        var algorithm = KeyAlgorithm.find(input.algorithm());
        if (algorithm.isEmpty()) {
            return Decision.answer(new UnknownAlgorithm());
        }
        return input.components()
                .objection(algorithm.get())
                .map(why -> Decision.<Reply>answer(new BadComponents(why)))
                .orElseGet(() -> take(input, algorithm.get(), attempt));
    }

    private Decision<Reply> take(Input input, KeyAlgorithm algorithm, Attempt attempt) {
        var sealed = keys.seal(input.name(), algorithm, input.components());
        var key = sealed.key();
        var imported = new Imported(
                key.name(),
                algorithm.word(),
                key.checkValue(),
                keys.checkValue(key.name()).orElse(null),
                custody(input.components().count()),
                caution(key.name()));
        var draft = attempt.draft()
                .write(new KeyRow.Put(sealed))
                .fact("key", key.name())
                .fact("algorithm", algorithm.word())
                .fact("checkValue", key.checkValue())
                .fact("components", input.components().count());
        return Decision.propose(imported, draft);
    }

    /** A slip in a name would be seen only once nothing can be sent. */
    private @Nullable String caution(String name) {
        if (TerminalKeyName.isTerminals(name)) {
            return TerminalKeyName.isMaster(name)
                    ? null
                    : "a terminal's key is called terminal-T0000001.master, as the terminal is; the others it asks for itself";
        }
        boolean isNamed = partners.all().stream()
                .flatMap(partner -> partner.codes().stream())
                .anyMatch(codes -> codes.key().equals(name)
                        || codes.keyEncryptingKey().filter(name::equals).isPresent());
        return isNamed ? null : "no file in iso8583/partners names such a key";
    }

    private static String custody(int components) {
        return components == 1
                ? "1, WARNING: somebody knows the whole key, which is enough to try things out and for nothing else"
                : Integer.toString(components);
    }
}
