package org.homeline.conversation.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.homeline.configuration.ConfigurationFolder;

/** Whatever is written, it is read as a command or not. Called by Jazzer and by the corpus' replay. */
public final class SmsFuzz {
    private static final Commands COMMANDS = Commands.read(new ConfigurationFolder(Path.of("gateway-config")));
    private static final int MOST_SLOTS = 3;

    private SmsFuzz() {}

    /** @param bytes the message as UTF-8 */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (read(bytes) instanceof Understanding.Understood understood
                && (understood.slots().size() > MOST_SLOTS || understood.slots().containsKey("pin"))) {
            throw new IllegalStateException("read too much");
        }
    }

    /** The same with a mistake in it that has to be found, to know that the fuzzer sees. */
    public static final class Canary {
        private Canary() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            if (read(bytes) instanceof Understanding.Understood understood
                    && understood.command().verb().equals("BAL")) {
                throw new IllegalStateException("the canary");
            }
        }
    }

    private static Understanding read(byte[] bytes) {
        return COMMANDS.read(new String(bytes, StandardCharsets.UTF_8));
    }
}
