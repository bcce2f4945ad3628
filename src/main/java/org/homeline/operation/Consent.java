package org.homeline.operation;

/** What shows that the actor is the owner. */
public enum Consent {
    /** Holding the phone is enough. */
    PHONE,
    /** The PIN too. */
    PIN
}
