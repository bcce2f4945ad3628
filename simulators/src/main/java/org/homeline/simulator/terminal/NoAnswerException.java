package org.homeline.simulator.terminal;

import java.io.IOException;

/** The host did not answer in time, or the connection broke: whether it did what was asked is unknown. */
public sealed class NoAnswerException extends IOException permits UnsignedAnswerException {
    NoAnswerException(String why) {
        super(why);
    }
}
