package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Explains why a database cannot be opened, and what to do. */
record ConnectionFailure(ConnectionSettings access, SQLException cause) {
    private static final int H2_ALREADY_OPEN = 90020;
    /** A problem of the server or the driver, such as a missing password. */
    private static final String POSTGRESQL_REFUSED = "08004";

    private static final int MYSQL_NO_SUCH_DATABASE = 1049;

    Diagnostic diagnostic() {
        String url = access.url().masked();
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (DriverMessage.tellOfABusyFile(cause)) {
            return DatabaseFailure.busy(access, "wait for it to end, or end it");
        }
        if (cause.getErrorCode() == H2_ALREADY_OPEN) {
            return Diagnostic.error(
                    Code.DATABASE_IN_USE,
                    Span.none(),
                    "another process has the database " + url + " open",
                    "wait for the other run to end, or close the program that has it open",
                    "to share the file, open it in every program with ;AUTO_SERVER=TRUE in the URL");
        }
        if (state.equals("08001") && cause.getErrorCode() == 0 && said().startsWith("No suitable driver")) {
            return Diagnostic.error(
                    Code.DRIVER_MISSING,
                    Span.none(),
                    "there is no driver for " + url,
                    "a URL looks like jdbc:postgresql://host/app, jdbc:mariadb://host/app, jdbc:sqlite:app.db or"
                            + " jdbc:h2:./data/app");
        }
        if (state.startsWith("28") || state.equals(POSTGRESQL_REFUSED)) {
            return Diagnostic.error(
                    Code.CANNOT_CONNECT,
                    Span.none(),
                    "the database " + url + " does not let "
                            + (access.user() == null ? "this user" : "user \"" + access.user() + "\"") + " in: "
                            + said(),
                    withoutPassword()
                            ? "there is no password: set MIGRATE_PASSWORD, or say password_command, password_file or"
                                    + " password_env in migrate.toml"
                            : "look at where user and password come from: migrate config show --origin");
        }
        Diagnostic told = Diagnostic.error(
                Code.CANNOT_CONNECT,
                Span.none(),
                "cannot connect to " + url + ": " + said(),
                "look at the URL and where it comes from: migrate config show --origin");
        if (access.url().hasUserInfo()) {
            return told.withHint("its driver wants user and password elsewhere: user in migrate.toml or --user, and"
                    + " MIGRATE_PASSWORD or password_command");
        }
        return cause.getErrorCode() == MYSQL_NO_SUCH_DATABASE
                ? told.withHint("to have it made, write ?createDatabaseIfNotExist=true at the end of the URL")
                : told;
    }

    private boolean withoutPassword() {
        return access.password() == null
                && access.url().masked().equals(access.url().text());
    }

    /** Drivers that report network errors keep them among the causes. */
    private String said() {
        for (Throwable it = cause.getCause(); it != null; it = it.getCause()) {
            if (it instanceof UnknownHostException && it.getMessage() != null) {
                return access.masked("there is no host \"" + it.getMessage().replaceFirst(": .*", "") + "\"");
            }
        }
        return access.masked(DriverMessage.of(cause));
    }
}
