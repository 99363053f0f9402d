package dev.mig.jdbc;

import dev.mig.script.SessionStyle;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Queries and actions on a run's session that need another session. */
final class OtherSessions implements CurrentStatement.Killer {
    private final Connections connections;
    private final SessionStyle.@Nullable Sessions style;
    private final long self;

    private OtherSessions(Connections connections, SessionStyle.@Nullable Sessions style, long self) {
        this.connections = connections;
        this.style = style;
        this.self = self;
    }

    /** @param connection the session that is not one of the others */
    static OtherSessions than(Connection connection, Connections connections, SessionStyle.@Nullable Sessions style)
            throws SQLException {
        long self = 0;
        if (style != null) {
            try (Statement statement = connection.createStatement();
                    ResultSet number = statement.executeQuery(style.self())) {
                self = number.next() ? number.getLong(1) : 0;
            }
        }
        return new OtherSessions(connections, style, self);
    }

    @Override
    public void kill(BooleanSupplier going) throws SQLException {
        if (style == null) {
            return;
        }
        try (Connection other = connections.read().orElseThrow();
                Statement statement = other.createStatement()) {
            if (going.getAsBoolean()) {
                statement.execute(style.kill().formatted(self));
            }
        }
    }

    /** Who holds what a statement waited for in vain, and how to end it; empty if unknown. */
    List<String> blockers(String sql) {
        List<String> words = new ArrayList<>();
        if (style == null || style.blockers().isEmpty()) {
            return words;
        }
        try (Connection other = connections.read().orElseThrow();
                PreparedStatement statement =
                        other.prepareStatement(style.blockers().formatted(self))) {
            statement.setString(1, sql);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    words.add(found.getString(1));
                    words.add(found.getString(2));
                }
            }
        } catch (SQLException | DiagnosticException e) {
            // The essential message is that the lock was not acquired; by whom it is held is a bonus.
        }
        return words;
    }
}
