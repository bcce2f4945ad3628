package org.homeline.operation;

import org.homeline.phone.PhoneNumber;

/** Who wants something done. */
public sealed interface Actor {
    /** As the journal names it. */
    String label();

    /**
     * Whoever holds the phone, as far as the gateway vouches for the number. Not yet the owner: that is what a PIN shows.
     */
    record Caller(PhoneNumber phone, Channel channel) implements Actor {
        @Override
        public String label() {
            return "caller " + phone.e164();
        }
    }

    /** A person at the operator's command line or console. */
    record Operator(String name) implements Actor {
        @Override
        public String label() {
            return "operator " + name;
        }
    }

    /** The system itself: what is due by time. */
    record Worker(String name) implements Actor {
        @Override
        public String label() {
            return "worker " + name;
        }
    }

    /** How a caller reached us. */
    enum Channel {
        USSD,
        SMS,
        /** A page of ours that a link led to which went to that number. */
        WEB,
        /** The agent's cash terminal, which shows by its key that it is that one. */
        TERMINAL
    }
}
