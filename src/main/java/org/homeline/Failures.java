package org.homeline;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.homeline.configuration.ConfigurationException;
import org.homeline.database.ForgetfulDatabaseException;
import org.homeline.signing.KeyStoreException;

/** What to say when a command fails: one plain message, and no stack trace for what the operator can mend. */
final class Failures {
    /** H2: the file is open in another process. */
    private static final int H2_IN_USE = 90020;

    private Failures() {}

    /** Empty for what is a mistake of ours. */
    static Optional<String> plain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var said = said(cause);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> said(Throwable cause) {
        return switch (cause) {
            case CannotStartException plain -> Optional.ofNullable(plain.getMessage());
            case ConfigurationException wrong -> Optional.of("the configuration can't be used:\n" + wrong.getMessage());
            case KeyStoreException wrong -> Optional.ofNullable(wrong.getMessage());
            case ForgetfulDatabaseException forgetful -> Optional.ofNullable(forgetful.getMessage());
            case BindException taken ->
                Optional.of(port(taken) + " is in use by another process: give another with --port");
            case SQLException inUse
            when inUse.getErrorCode() == H2_IN_USE ->
                Optional.of("the database is open in another process: end that one first");
            case SQLException refused
            when refused.getCause() == null -> Optional.of("the database can't be used: " + refused.getMessage());
            case FlywayException refused
            when refused.getCause() == null ->
                Optional.of("the database's tables can't be brought up to date: " + refused.getMessage());
            case FileSystemException file -> Optional.of(why(file));
            default -> Optional.empty();
        };
    }

    /** What the system says of a file, in words. */
    static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case AccessDeniedException closed -> closed.getFile() + " may not be read or written by this user";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileSystemException file when file.getReason() != null -> file.getFile() + ": " + file.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Whoever knows which one it is says so. */
    private static String port(BindException taken) {
        var said = String.valueOf(taken.getMessage());
        return said.matches("port \\d+") ? said : "the port";
    }
}
