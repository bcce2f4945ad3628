package org.homeline.database;

/** The database is set to say that a commit is durable when it is not: nobody's money may rest on it. */
public final class ForgetfulDatabaseException extends RuntimeException {
    ForgetfulDatabaseException(String setting) {
        super(setting + " is off on this PostgreSQL: a power cut would lose what people were told is done. Set "
                + setting + " = on (postgresql.conf, or alter database / alter role)");
    }
}
