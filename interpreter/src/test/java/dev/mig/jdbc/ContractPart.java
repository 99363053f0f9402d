package dev.mig.jdbc;

import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One side of what every database must do: its tests find the database empty, and have these tools. */
abstract class ContractPart {
    static final Operator OPERATOR = new Operator("ann", "desk", 42, "mig 0.1.0");

    private final TestDatabase database;
    private final List<Connections> opened = new ArrayList<>();
    private Connections connections;

    ContractPart(TestDatabase database) {
        this.database = database;
        this.connections = new Connections(database.access());
    }

    @BeforeEach
    final void emptyDatabase() throws SQLException {
        connections = connect();
        clear();
    }

    @AfterEach
    final void disconnect() {
        opened.forEach(Connections::close);
        opened.clear();
    }

    final TestDatabase database() {
        return database;
    }

    final Dialect dialect() {
        return database.dialect();
    }

    final Connections connections() {
        return connections;
    }

    final void clear() throws SQLException {
        try (Connection connection = connections.run()) {
            database.clear(connection);
        }
    }

    static Revisions books() {
        return Revisions.none()
                .add("a1", "upgrade {\n  create table authors { id bigint primary key }\n}\ndowngrade auto")
                .add("b2", "upgrade {\n  create table books { id bigint primary key }\n}\ndowngrade auto")
                .add(
                        "c3",
                        "upgrade {\n  create table prizes { id bigint }\n  create table shelves { id bigint }\n}\n"
                                + "downgrade auto");
    }

    final Connections connect() {
        Connections more = new Connections(database.access());
        opened.add(more);
        return more;
    }

    final JdbcRunner open() {
        return JdbcRunner.open(
                connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, RunListener.SILENT);
    }

    final DatabaseReader reader() {
        return DatabaseReader.open(connections, OwnTables.DEFAULT, dialect());
    }

    final Outcome apply(Revisions revisions, String target) {
        try (JdbcRunner runner = open()) {
            return runner.run(revisions.upgrade(runner.rows(), target, dialect()), it -> null);
        }
    }

    final void run(Script script) {
        try (JdbcRunner runner = open()) {
            if (runner.run(script, it -> null) instanceof Outcome.Stopped stopped) {
                throw new AssertionError(stopped.why().message() + "\n"
                        + String.join("\n", stopped.why().hints()));
            }
        }
    }

    final SortedSet<String> versions() {
        try (DatabaseReader reader = reader()) {
            return reader.rows();
        }
    }

    final List<String> structure() throws SQLException {
        try (Connection connection = connections.run()) {
            return database.structure(connection);
        }
    }

    final List<String> allTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connections.run();
                ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    static String problem(Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            return String.join(
                    "\n", e.diagnostics().stream().map(it -> it.message()).toList());
        }
        throw new AssertionError("nothing was refused");
    }

    /** What a refusal tells to do first. */
    static String hint(Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            return e.diagnostics().getFirst().hints().getFirst();
        }
        throw new AssertionError("nothing was refused");
    }

    final SchemaModel inspected() {
        try (DatabaseReader reader = reader()) {
            return reader.schema(Scope.EVERYTHING);
        }
    }

    /** What is known on both sides. */
    final List<Operation> between(SchemaModel replayed, SchemaModel there) {
        SchemaModel known = SchemaModel.of(
                there.folding(),
                there.schemas(),
                there.enumTypes(),
                there.sequences(),
                there.tables().stream()
                        .filter(it -> !(replayed.table(it.name()) instanceof Lookup.Unknown))
                        .toList(),
                there.views().stream()
                        .filter(it -> !(replayed.view(it.name()) instanceof Lookup.Unknown))
                        .toList());
        StoredSchema landed = new StoredSchema(dialect().style());
        return Difference.between(
                ComparedSchema.of(landed.of(replayed)),
                ComparedSchema.of(landed.of(known)),
                dialect().style(),
                ComparisonBasis.AUTHORS,
                List.of());
    }
}
