package org.homeline.operation;

/**
 * Something that Homeline can do for somebody, by name. A bean; faces find it by name alone.
 *
 * @param <I> its typed inputs: a record, annotated {@code @Serdeable}; a component may be a {@link Pin} that is being set
 * @param <O> its outcomes: a sealed interface of records
 */
public interface Operation<I extends Record, O extends Outcome> {
    /** Package and verb: {@code remittance.quote}. */
    String name();

    Class<I> inputs();

    Class<O> outcomes();

    /** What this actor has to show before {@link #decide}, so that nobody without it learns anything. */
    default Consent consent(Actor actor) {
        return Consent.PHONE;
    }

    /**
     * Reads and decides; writes nothing and sends nothing. May run several times for one request, when others change what
     * it read.
     */
    Decision<O> decide(I input, Attempt attempt);
}
