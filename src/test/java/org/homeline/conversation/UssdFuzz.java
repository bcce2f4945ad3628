package org.homeline.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TemporaryFolders;
import org.homeline.testing.TestServer;

/** Whatever is typed, there is a screen that fits, and the session stays small. Called by Jazzer and by the corpus' replay. */
public final class UssdFuzz {
    private static final int LARGEST_SESSION = 8_000;
    private static final int MOST_INPUTS = 40;

    private UssdFuzz() {}

    /** Made at the first use and for all: a fuzzer calls a million times. */
    private static final class Server {
        static final TestServer ON_H2 = start();

        private static TestServer start() {
            var folder = TestConfiguration.in(TemporaryFolders.make("homeline-fuzz"));
            return TestServer.onH2(Map.of("homeline.config", folder.toString()));
        }
    }

    /** @param bytes the inputs as UTF-8, one a line */
    public static void fuzzerTestOneInput(byte[] bytes) {
        var inputs = new String(bytes, StandardCharsets.UTF_8);
        play(TestOperations.KNOWN + "000001", inputs);
        play("+254733000001", inputs);
    }

    private static void play(String number, String inputs) {
        var play = new Play(Server.ON_H2, new PhoneNumber(number));
        play.dial();
        for (var input : inputs.split("\n", MOST_INPUTS)) {
            if (ends(play, input)) {
                return;
            }
            if (play.written().length() > LARGEST_SESSION) {
                throw new IllegalStateException("the session grows");
            }
        }
    }

    /** Also where an operation fails because it was made to. */
    private static boolean ends(Play play, String input) {
        try {
            return play.type(input).ends();
        } catch (TestOperations.AsItMust chosen) {
            return true;
        }
    }
}
