package org.homeline.iso8583;

import java.nio.file.Path;
import org.homeline.configuration.ConfigurationFolder;

/** Whatever comes is a message or is not, and a message packs to what it was read from. Called by Jazzer and by the replay. */
public final class MessageFuzz {
    private static final Dialects DIALECTS = Dialects.read(new ConfigurationFolder(Path.of("gateway-config")));

    private MessageFuzz() {}

    /** @param bytes which dialect, then the message */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        var names = DIALECTS.names().stream().sorted().toList();
        var dialect =
                DIALECTS.find(names.get(Math.floorMod(bytes[0], names.size()))).orElseThrow();
        var packed = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            var message = dialect.unpack(packed);
            if (dialect.describe(message).chars().anyMatch(character -> character < ' ' || character > '~')) {
                throw new IllegalStateException("a log line that is none");
            }
            if (!message.fields().isEmpty()) {
                var again = dialect.unpack(dialect.pack(message));
                if (!again.equals(message)) {
                    throw new IllegalStateException("packed and read again it is another");
                }
            }
        } catch (UnreadableMessageException unreadable) {
            if (unreadable.offset() < 0 || unreadable.offset() > packed.length) {
                throw new IllegalStateException("it can't be there", unreadable);
            }
            Unreadable.answer(unreadable).ifPresent(dialect::pack);
        }
    }
}
