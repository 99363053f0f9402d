package dev.mig.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Keeps connections that the pool would discard: it drops one that reports "feature not supported", as PostgreSQL
 * does for a column that cannot be altered, but the run still has to record what happened.
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
