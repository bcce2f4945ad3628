package org.homeline.iso8583;

/** What came of a request. */
public sealed interface Reply {
    /** It was answered. */
    record Answered(Received received) implements Reply {}

    /** No byte of it left: there was no connection. */
    record NotSent(String why) implements Reply {}

    /** It may have arrived, and no answer came in time: whether it was done is unknown. */
    record Silence(String why) implements Reply {}
}
