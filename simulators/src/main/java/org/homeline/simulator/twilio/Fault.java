package org.homeline.simulator.twilio;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** A trouble that befalls the next request to send. */
public sealed interface Fault {
    /** Nothing is taken, and the answer is this one. */
    record Refusal(int status, int code, OptionalInt retryAfterSeconds) implements Fault {
        public static Refusal of(int status, int code) {
            return new Refusal(status, code, OptionalInt.empty());
        }

        public static Refusal tooMany(int retryAfterSeconds) {
            return new Refusal(429, 20429, OptionalInt.of(retryAfterSeconds));
        }
    }

    /** Nothing is taken, and the connection breaks without an answer. */
    record NoAnswer() implements Fault {}

    /** The message is taken and delivered, but the connection breaks before the answer. */
    record AcceptedWithoutAnswer() implements Fault {}

    /** The message is taken; the answer waits until it is released. */
    record Held(CountDownLatch taken, CountDownLatch release) implements Fault {
        public Held() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }
}
