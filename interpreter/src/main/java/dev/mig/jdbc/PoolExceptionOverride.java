package dev.mig.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Keeps connections that the pool would take for broken: it throws away one that says "feature not supported", as
 * PostgreSQL does of a column that cannot be altered, and the run still has to write down what happened.
 */
final class PoolExceptionOverride implements SQLExceptionOverride {
    private static final String NOT_SUPPORTED = "0A000";

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        return NOT_SUPPORTED.equals(e.getSQLState())
                ? SQLExceptionOverride.Override.DO_NOT_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
