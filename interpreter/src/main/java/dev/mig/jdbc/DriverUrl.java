package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import java.util.Locale;

/**
 * What a URL needs on top of what its author wrote so that the database keeps the promises made in its name.
 *
 * @param full with everything
 * @param humble without what only an administrator of the database may ask for
 */
record DriverUrl(String full, String humble) {

    static DriverUrl of(ConnectionUrl url, boolean mayCreate) {
        return url.database().filter(it -> it == Database.H2).isPresent()
                ? h2(url.text(), mayCreate)
                : new DriverUrl(url.text(), url.text());
    }

    private static DriverUrl h2(String url, boolean mayCreate) {
        String place = url.substring("jdbc:h2:".length()).toLowerCase(Locale.ROOT);
        boolean remote = place.startsWith("tcp:") || place.startsWith("ssl:");
        boolean memory = place.startsWith("mem:");
        String humble = mayCreate || remote ? url : with(url, "IFEXISTS", "TRUE");
        if (remote) {
            return new DriverUrl(humble, humble);
        }
        if (memory) {
            // Without it the tables go with the connection; an unnamed one cannot be opened again anyway.
            boolean named = !place.equals("mem:") && !place.startsWith("mem:;");
            return new DriverUrl(named && mayCreate ? with(humble, "DB_CLOSE_DELAY", "-1") : humble, humble);
        }
        // Without the first, a killed process loses what it committed; the second would write stack traces.
        String full = with(with(humble, "WRITE_DELAY", "0"), "TRACE_LEVEL_FILE", "0");
        // On Ctrl-C H2 would close the database while the run still has to write down where it stopped. A database that
        // serves others as well must be closed by H2: https://h2database.com/html/features.html#auto_mixed_mode
        boolean serves = url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE");
        return new DriverUrl(serves ? full : with(full, "DB_CLOSE_ON_EXIT", "FALSE"), humble);
    }

    /** A setting that the author wrote stays. */
    private static String with(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=") ? url : url + ";" + setting + "=" + value;
    }
}
