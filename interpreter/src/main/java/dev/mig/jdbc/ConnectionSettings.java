package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import java.sql.SQLException;
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

    /** A foreign message without secrets. */
    public String masked(String words) {
        String masked = words.replace(url.text(), url.masked());
        for (Secret secret : url.secrets()) {
            masked = secret.struckFrom(masked);
        }
        return password == null ? masked : password.struckFrom(masked);
    }

    /** The same failure without secrets: a stack trace shows the message of every cause. */
    SQLException masked(SQLException failure) {
        SQLException masked =
                new SQLException(masked(failure.toString()), failure.getSQLState(), failure.getErrorCode());
        masked.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null) {
            masked.initCause(maskedCause(cause));
        }
        return masked;
    }

    private Throwable maskedCause(Throwable cause) {
        Throwable deeper = cause.getCause();
        Throwable masked = new Throwable(masked(cause.toString()), deeper == null ? null : maskedCause(deeper));
        masked.setStackTrace(cause.getStackTrace());
        return masked;
    }
}
