package org.homeline.database;

/** The databases that Homeline runs on. They share one schema and nearly all statements; where they differ, ask this. */
public enum Vendor {
    H2,
    POSTGRESQL;

    /** @throws IllegalArgumentException for any other database */
    public static Vendor of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("--database takes jdbc:h2:... or jdbc:postgresql:...");
    }
}
