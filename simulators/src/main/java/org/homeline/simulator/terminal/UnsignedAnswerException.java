package org.homeline.simulator.terminal;

/** Something came, but without the host's code: the host does not know us or our keys, or it is not the host. */
public final class UnsignedAnswerException extends NoAnswerException {
    private static final String NOT_AUTHENTIC = "63";
    static final String REFUSED = "58";

    private final String code;

    /** @param code field 39, which nobody answers for */
    UnsignedAnswerException(String code) {
        super("what came says " + code + ", without the host's code");
        this.code = code;
    }

    /** Whether whoever sent it takes our code for a wrong one. */
    boolean refusesOurCode() {
        return code.equals(NOT_AUTHENTIC);
    }

    /** Whether whoever sent it knows no such terminal, or has blocked it. */
    boolean refusesTerminal() {
        return code.equals(REFUSED);
    }
}
