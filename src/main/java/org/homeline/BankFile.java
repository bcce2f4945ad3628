package org.homeline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeline.settlement.reconciliation.StatementFile;

/** Reads files that banks gave. */
final class BankFile {
    private BankFile() {}

    /** @throws CannotStartException where it is a folder, too large, or no text */
    static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CannotStartException(file + " is a folder: give a file in it");
        }
        if (Files.size(file) > StatementFile.MOST_BYTES) {
            throw new CannotStartException(
                    file + " has more than " + StatementFile.MOST_BYTES / 1024 / 1024 + " MB: split it");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException noText) {
            throw new CannotStartException(file + " is no text in UTF-8", noText);
        }
    }
}
