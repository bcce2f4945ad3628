package org.homeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorDesk;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty data folder, and says so only once it has proved itself. */
@Command(
        name = "restore",
        description = {
            "put a backup into an empty data folder",
            "The keys must open (with HOMELINE_KEYSTORE_PASSWORD or HOMELINE_KEYSTORE_PASSWORD_FILE where the backup"
                    + " does not hold the password) and belong to the data, and the audit must be clean;"
                    + " otherwise the folder is left empty."
        },
        mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {
    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "FILE", description = "what backup wrote")
    private Path file = Path.of("backup.zip");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (var backup = BackupFile.open(file);
                var folder = DataFolder.claim(place.data())) {
            check(backup);
            var proved = false;
            try {
                write(backup);
                proved = prove(folder, backup);
            } finally {
                if (!proved) {
                    folder.empty();
                }
            }
            return proved ? 0 : 1;
        }
    }

    private void check(BackupFile backup) throws IOException {
        if (!DataFolder.isEmpty(place.data())) {
            throw new CannotStartException(
                    "the folder " + place.data() + " is not empty: restore into a new one with --data");
        }
        if (backup.about().database() != place.isEmbedded()) {
            throw new CannotStartException(
                    place.isEmbedded()
                            ? "this backup holds the keys alone: restore the PostgreSQL database with its own tools, then give it with --database"
                            : "this backup holds an embedded database: restore it without --database");
        }
        var given = System.getenv("HOMELINE_KEYSTORE_PASSWORD") != null
                || System.getenv("HOMELINE_KEYSTORE_PASSWORD_FILE") != null;
        if (backup.password().isEmpty() && !given) {
            throw new CannotStartException("this backup was taken without the password of its keys: give that in"
                    + " HOMELINE_KEYSTORE_PASSWORD, or name the file that has it (keys.password of the old data folder)"
                    + " in HOMELINE_KEYSTORE_PASSWORD_FILE");
        }
    }

    private void write(BackupFile backup) throws IOException {
        var store = new KeyStoreFile(place.data(), System.getenv());
        var password = backup.password();
        if (password.isPresent()) {
            store.restoreOwnPassword(password.get());
        }
        var keys = store.restore(backup.keys());
        requireSame(keys, backup);
        if (backup.about().database()) {
            backup.writeDatabase(place.data().resolve(DataFolder.DATABASE));
        }
    }

    /** Opening it shows that keys and data belong together; the audit shows that the data is whole. */
    private boolean prove(DataFolder folder, BackupFile backup) {
        try (var application = Application.start(folder, place, Map.of())) {
            requireSame(application.get(Keys.class), backup);
            var answer = application
                    .get(OperatorDesk.class)
                    .ask("audit", "{}", OperatorLine.operator(), OperatorLine.freshKey());
            var out = spec.commandLine().getOut();
            var clean = AuditCommand.print(answer, out) == 0;
            if (clean) {
                var at = Instant.parse(backup.about().at());
                out.println("Restored into " + place.data() + ", as it was at "
                        + Homeline.zone(spec.commandLine()).say(at) + ".");
            } else {
                spec.commandLine()
                        .getErr()
                        .println("homeline: the audit found the backup broken: nothing was restored");
            }
            return clean;
        }
    }

    private void requireSame(Keys keys, BackupFile backup) {
        if (!HexFormat.of().formatHex(keys.fingerprint()).equals(backup.about().keys())) {
            throw new CannotStartException("the keys in " + file + " are not those that it was taken with");
        }
    }
}
