package org.homeline.operation;

/** As whom somebody acts; one phone can be both. */
public enum Role {
    CUSTOMER,
    AGENT
}
