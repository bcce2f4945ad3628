package org.homeline.database;

/**
 * What happens to the process when committed work did not reach the disk. Implemented above: the server ends itself at
 * once, before anybody can be told of what may be lost.
 */
public interface FlushFailure {
    void happened(DurabilityLostException lost);
}
