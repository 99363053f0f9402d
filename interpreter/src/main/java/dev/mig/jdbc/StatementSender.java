package dev.mig.jdbc;

import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import dev.mig.script.SqliteMaster;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sends one statement of a script in the current transaction, which it neither begins nor ends. */
final class StatementSender {
    private final Connection connection;
    private final ConnectionSettings access;
    private final SqlStyle style;
    private final CurrentStatement running;
    private final RunListener listener;
    private final ForeignKeys foreignKeys;

    StatementSender(
            Connection connection,
            ConnectionSettings access,
            SqlStyle style,
            CurrentStatement running,
            RunListener listener,
            ForeignKeys foreignKeys) {
        this.foreignKeys = foreignKeys;
        this.connection = connection;
        this.access = access;
        this.style = style;
        this.running = running;
        this.listener = listener;
    }

    /**
     * The number of rows changed; 0 if that has no meaning.
     *
     * @throws DiagnosticException if it fails for a reason that the database does not know
     */
    long send(ScriptStep step, Statement statement) throws SQLException {
        return switch (statement) {
            case Statement.Execute it -> execute(it);
            case Statement.Require it -> require(it);
            case Statement.Load it ->
                new RowLoader(connection, style, running).load(it, rows -> listener.rows(step, it, rows));
            case Statement.Restated it -> restated(it);
            case Statement.Run it -> run(step, it);
            case Statement.Batched it -> throw new IllegalArgumentException("batches commit one by one: " + it.what());
        };
    }

    private long run(ScriptStep step, Statement.Run run) throws SQLException {
        return wholly(() -> {
            try (WorkRows rows =
                    new WorkRows(connection, access, style, running, changed -> listener.rows(step, run, changed))) {
                run.work().run(rows);
                rows.requireWhole(run.span());
                return rows.changed();
            } catch (DiagnosticException e) {
                running.requireGoing();
                throw e;
            }
        });
    }

    /** Whether the catalogue proves that a statement was finished earlier; false if unknown. */
    boolean isProvenDone(Statement statement) throws SQLException {
        if (!(statement instanceof Statement.Execute it) || it.proof() == null) {
            return false;
        }
        Optional<Boolean> whole = isWhole(it.proof());
        return it.proof().makes() ? whole.orElse(false) : whole.isEmpty();
    }

    /** Empty if the object does not exist. */
    private Optional<Boolean> isWhole(Statement.Proof proof) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(proof.query())) {
            return found.next() ? Optional.of(found.getBoolean(1)) : Optional.empty();
        }
    }

    private long execute(Statement.Execute execute) throws SQLException {
        Statement.Proof proof = execute.proof();
        if (proof != null && isWhole(proof).filter(whole -> !whole).isPresent()) {
            try (java.sql.Statement statement = connection.createStatement()) {
                running.during(statement, () -> statement.execute(proof.cleanup()));
            }
        }
        if (execute.sql().values().isEmpty()) {
            try (java.sql.Statement statement = connection.createStatement()) {
                return running.during(statement, () -> {
                    boolean rows = statement.execute(execute.sql().parameterized());
                    return rows ? 0L : Math.max(0L, statement.getLargeUpdateCount());
                });
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement(execute.sql().parameterized())) {
            Parameters.bind(statement, execute.sql().values(), 1);
            return running.during(statement, statement::executeLargeUpdate);
        }
    }

    private long restated(Statement.Restated restated) throws SQLException {
        try {
            return wholly(() -> {
                SqliteMaster master = SqliteCatalogue.of(connection, restated.how(), foreignKeys.areEnforced());
                for (String sql : restated.how().statements(master)) {
                    try (java.sql.Statement statement = connection.createStatement()) {
                        running.during(statement, () -> statement.execute(sql));
                    }
                }
                return 0L;
            });
        } finally {
            SqliteCatalogue.renameAsAlways(connection);
        }
    }

    /** All or nothing, even without an outer transaction. */
    private long wholly(CurrentStatement.Work<Long> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return work.run();
        }
        connection.setAutoCommit(false);
        try {
            long rows = work.run();
            connection.commit();
            return rows;
        } catch (SQLException | RuntimeException e) {
            Rollback.of(connection);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private long require(Statement.Require require) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            boolean holds = running.during(statement, () -> {
                try (ResultSet answer = statement.executeQuery(require.query())) {
                    return answer.next() && answer.getInt(1) == 1;
                }
            });
            if (!holds) {
                String message = require.message();
                throw new DiagnosticException(Diagnostic.error(
                        Code.REQUIRE_FAILED,
                        require.span(),
                        message == null ? "the database does not fulfil what this revision requires" : message,
                        "required is " + require.condition()));
            }
            return 0;
        }
    }
}
