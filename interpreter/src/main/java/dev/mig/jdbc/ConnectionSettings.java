package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The URL, user and password of a database.
 *
 * @param url with relative file paths resolved already
 * @param user null where nobody said: the URL or the driver's habit decides
 * @param password null for none
 */
public record ConnectionSettings(
        ConnectionUrl url, @Nullable String user, @Nullable Secret password) {

    /** What somebody else says, without the secrets in it. */
    public String masked(String words) {
        String masked = words.replace(url.text(), url.masked());
        return password == null ? masked : password.struckFrom(masked);
    }
}
