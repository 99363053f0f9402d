package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a driver is told in addition to the author's URL, so that the database behaves as promised.
 *
 * @param full with everything
 * @param humble without what only an administrator of the database may ask for
 * @param properties what is told beside the URL; whatever the URL itself says wins
 * @param writesAtCommit whether {@code full} makes an embedded database, in which nobody else works, write its file at
 *     every commit
 */
record DriverUrl(String full, String humble, Map<String, String> properties, boolean writesAtCommit) {
    private static final String MYSQL = "jdbc:mysql:";
    private static final String MARIADB = "jdbc:mariadb:";

    DriverUrl {
        properties = Map.copyOf(properties);
    }

    /** @param mayCreate whether a missing embedded database is created */
    static DriverUrl of(ConnectionUrl url, boolean mayCreate) {
        Database database = url.database().orElse(null);
        String text = url.text();
        if (database == null) {
            return plain(text, Map.of());
        }
        return switch (database) {
            case H2 -> h2(text, mayCreate);
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB ->
                // A string then takes the type of its column, as a literal would.
                plain(text, Map.of("stringtype", "unspecified", "ApplicationName", "migrate"));
            case MYSQL, MARIADB -> mysql(text);
            // A bit each for writing and making the file: https://www.sqlite.org/c3ref/open.html
            case SQLITE -> plain(text, Map.of("open_mode", mayCreate ? "6" : "2"));
        };
    }

    private static DriverUrl plain(String url, Map<String, String> properties) {
        return new DriverUrl(url, url, properties, false);
    }

    private static DriverUrl h2(String url, boolean mayCreate) {
        String place = url.substring("jdbc:h2:".length()).toLowerCase(Locale.ROOT);
        boolean remote = place.startsWith("tcp:") || place.startsWith("ssl:");
        boolean memory = place.startsWith("mem:");
        Map<String, String> user = h2User(url);
        String humble = mayCreate || remote ? url : with(url, "IFEXISTS", "TRUE");
        if (remote) {
            return plain(humble, user);
        }
        if (memory) {
            // Otherwise the tables vanish with the connection; an unnamed database cannot be opened again anyway.
            boolean named = !place.equals("mem:") && !place.startsWith("mem:;");
            return new DriverUrl(
                    named && mayCreate ? with(humble, "DB_CLOSE_DELAY", "-1") : humble, humble, user, false);
        }
        // Without the first, a killed process loses what it committed; the second would print stack traces.
        String full = with(with(humble, "WRITE_DELAY", "0"), "TRACE_LEVEL_FILE", "0");
        // On Ctrl-C H2 would close the database while the run still has to write down where it stopped. A database that
        // serves others as well must be closed by H2: https://h2database.com/html/features.html#auto_mixed_mode
        if (url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE")) {
            return new DriverUrl(full, humble, user, false);
        }
        return new DriverUrl(with(full, "DB_CLOSE_ON_EXIT", "FALSE"), humble, user, !says(url, "WRITE_DELAY"));
    }

    /**
     * MariaDB's driver supports both servers. MySQL's own driver is used for a MySQL URL if it is on the class
     * path. All connections use UTC, so that timestamps mean the same whatever the zones of server and program.
     */
    private static DriverUrl mysql(String url) {
        Map<String, String> properties =
                Map.of("connectionTimeZone", "UTC", "forceConnectionTimeZoneToSession", "true");
        boolean mysqls = url.regionMatches(true, 0, MYSQL, 0, MYSQL.length());
        if (!mysqls || DriverManager.drivers().anyMatch(it -> accepts(it, url))) {
            return plain(url, properties);
        }
        // The one encryption mode that MariaDB's driver does not know: use it if the server supports it.
        String rewritten = MARIADB + url.substring(MYSQL.length()).replaceFirst("(?i)sslMode=PREFERRED&?", "");
        return plain(rewritten, properties);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The default user of H2 databases created by other tools. */
    private static Map<String, String> h2User(String url) {
        Map<String, String> user = new HashMap<>();
        if (!says(url, "USER")) {
            user.put("user", "sa");
        }
        if (!says(url, "PASSWORD")) {
            user.put("password", "");
        }
        return user;
    }

    /** The author's own setting wins. */
    private static String with(String url, String setting, String value) {
        return says(url, setting) ? url : url + ";" + setting + "=" + value;
    }

    private static boolean says(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
