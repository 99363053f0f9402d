package dev.mig.jdbc;

import dev.mig.model.QualifiedIdentifier;
import dev.mig.revision.RowChange;
import dev.mig.script.BoundSql;
import dev.mig.script.Dialect;
import dev.mig.script.Feature;
import dev.mig.script.SqlStyle;
import dev.mig.script.VersionSql;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The table that says where a database is. Alembic reads and writes the same table. */
final class VersionTable {
    private final OwnTables tables;
    private final Dialect dialect;
    private final VersionSql sql;
    private final String name;
    private final String column;

    VersionTable(OwnTables tables, Dialect dialect) {
        this.tables = tables;
        this.dialect = dialect;
        this.sql = new VersionSql(tables.version(), dialect);
        SqlStyle style = dialect.style();
        this.name = style.quoted(tables.version());
        this.column = style.quoted(VersionSql.COLUMN);
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String create : sql.create()) {
                statement.execute(create);
            }
        }
    }

    /** The maximum length of an id; empty if the table does not exist. */
    OptionalInt width(Connection connection) throws SQLException {
        return Catalogue.width(connection, tables.version(), VersionSql.COLUMN, dialect.style());
    }

    SortedSet<String> rows(Connection connection) throws SQLException {
        SortedSet<String> rows = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql.select())) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    /** Everything must change as planned: an unexpected row stops it. */
    void change(Connection connection, List<RowChange> changes) throws SQLException {
        for (RowChange change : changes) {
            BoundSql statement = sql.change(change);
            try (PreparedStatement prepared = connection.prepareStatement(statement.parameterized())) {
                Parameters.bind(prepared, statement.values(), 1);
                if (prepared.executeUpdate() != 1) {
                    throw new DiagnosticException(Diagnostic.error(
                            Code.VERSION_ROWS_CHANGED,
                            Span.none(),
                            "somebody else changed the version table " + name + " during the run",
                            "look at where the database is now: migrate current"));
                }
            }
        }
    }

    /** A narrower column than ours is fine if every id fits, or if the database ignores the limit. */
    void requireRoom(int width, Collection<String> ids) {
        if (dialect.style().has(Feature.ANY_LENGTH)) {
            return;
        }
        List<Diagnostic> problems = ids.stream()
                .filter(it -> it.codePointCount(0, it.length()) > width)
                .map(it -> Diagnostic.error(
                        Code.VERSION_TOO_NARROW,
                        Span.none(),
                        "the id \"" + it + "\" does not fit into " + name + "." + column + ", which takes " + width
                                + " characters",
                        "make the column wider: " + sql.widen(width)))
                .toList();
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }

    QualifiedIdentifier identifier() {
        return tables.version();
    }
}
