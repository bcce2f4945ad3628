package org.homeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.homeline.database.Vendor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data and the configuration are: the options that most commands share. */
final class Place {
    /**
     * Results are not reused: H2 2.4.240 gives an old one after a change in the same transaction (h2database issue 4299). Of
     * its statements a connection keeps eight parsed unless it is told to keep more; there are about a hundred.
     */
    static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder: keys and, without --database, the database (./data)")
    private Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description =
                    "a PostgreSQL database instead; its user and password come from HOMELINE_DATABASE_USER and HOMELINE_DATABASE_PASSWORD")
    private @Nullable String database;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "the configuration folder (gateway-config beside ./homeline)")
    private Path config = Path.of(System.getProperty("homeline.root", "."), "gateway-config");

    static Place of(Path data, Path config) {
        var place = new Place();
        place.data = data;
        place.config = config;
        return place;
    }

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Path config() {
        return config;
    }

    /** @throws CannotStartException where it is not there */
    void requireConfig() {
        if (!Files.isDirectory(config)) {
            throw new CannotStartException("the configuration folder "
                    + config.toAbsolutePath().normalize() + " is not there: give it with --config");
        }
    }

    /** Whether the database is the embedded one in the data folder. */
    boolean isEmbedded() {
        return database == null;
    }

    /**
     * For commands that read: so that a wrong folder is not turned into a new, empty place.
     *
     * @throws CannotStartException where there is nothing yet
     */
    void requireData() {
        if (Files.isDirectory(data()) && !Files.isExecutable(data())) {
            throw new CannotStartException("this user may not look into " + data()
                    + ": give the command as whoever owns it, or with sudo, which keeps your name");
        }
        if (!DataFolder.hasKeys(data()) && !DataFolder.hasDatabase(data())) {
            throw new CannotStartException(
                    "there is no data in " + data() + ": give its folder with --data, or start the server there first");
        }
    }

    /**
     * What the application is told.
     *
     * @throws CannotStartException where the URL is not one of a database that Homeline runs on
     */
    Map<String, Object> properties(Map<String, String> environment) {
        var url = url();
        var properties = new HashMap<String, Object>();
        properties.put("datasources.default.url", url);
        properties.put(
                "datasources.default.username",
                environment.getOrDefault(
                        "HOMELINE_DATABASE_USER",
                        url.startsWith("jdbc:h2:") ? "sa" : System.getProperty("user.name", "")));
        properties.put("datasources.default.password", environment.getOrDefault("HOMELINE_DATABASE_PASSWORD", ""));
        properties.put("homeline.config", config.toString());
        return properties;
    }

    private String url() {
        var url = database == null ? embedded() : database;
        try {
            Vendor.of(url);
            return url;
        } catch (IllegalArgumentException unknown) {
            throw new CannotStartException(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private String embedded() {
        var folder = data().toString();
        if (folder.contains(";")) {
            throw new CannotStartException(
                    "the embedded database can't live in a folder with ';' in its name: " + folder);
        }
        return "jdbc:h2:file:" + folder + "/homeline" + H2_OPTIONS;
    }
}
