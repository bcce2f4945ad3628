package org.homeline.operation;

/** As whom a caller does something: one phone may belong to a customer who is an agent too. */
public enum Role {
    CUSTOMER,
    AGENT,
    /** Whoever it is: nothing of anybody's is shown or changed. */
    ANYBODY
}
