package org.homeline.operation;

/**
 * Something that Homeline can do for somebody, by name. A bean; faces find it by name alone.
 *
 * @param <I> its typed inputs: a record, annotated {@code @Serdeable}; a component may be a {@link Pin} that is being set
 * @param <O> its outcomes: a sealed interface of records
 */
public abstract class Operation<I extends Record, O extends Outcome> {
    private final String name;
    private final Class<I> inputs;
    private final Class<O> outcomes;
    private final Consent consent;

    /** @param name package and verb: {@code remittance.quote} */
    protected Operation(String name, Class<I> inputs, Class<O> outcomes) {
        this(name, inputs, outcomes, Consent.PHONE);
    }

    /** @param consent what every actor has to show */
    protected Operation(String name, Class<I> inputs, Class<O> outcomes, Consent consent) {
        this.name = name;
        this.inputs = inputs;
        this.outcomes = outcomes;
        this.consent = consent;
    }

    public final String name() {
        return name;
    }

    public final Class<I> inputs() {
        return inputs;
    }

    public final Class<O> outcomes() {
        return outcomes;
    }

    /** As whom a caller does this: the PIN asked for is that role's. */
    public Role role() {
        return Role.CUSTOMER;
    }

    /** Whether it only ever answers and proposes nothing, so that nobody has to look whether it was done before. */
    public boolean onlyAnswers() {
        return false;
    }

    /** What this actor has to show before {@link #decide}, so that nobody without it learns anything. */
    public Consent consent(Actor actor) {
        return consent;
    }

    /**
     * Reads and decides; writes nothing and sends nothing. May run several times for one request, when others change what
     * it read.
     */
    public abstract Decision<O> decide(I input, Attempt attempt);
}
