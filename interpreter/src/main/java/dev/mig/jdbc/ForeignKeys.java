package dev.mig.jdbc;

import dev.mig.script.Restatement;
import dev.mig.script.Statement.Restated;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Disables foreign keys while tables are rebuilt: SQLite would treat the rows of the dropped table as deleted and
 * delete the rows that refer to them. This is possible only outside a transaction, so it wraps one; and because
 * nothing was enforced meanwhile, all references are checked before the commit.
 *
 * <p>References that were broken before stay the author's business. A transaction that makes no table anew is left
 * alone.
 */
final class ForeignKeys {
    private final Connection connection;
    private List<Restated> moving = List.of();
    private boolean enforced;
    private Map<String, Long> before = Map.of();

    ForeignKeys(Connection connection) {
        this.connection = connection;
    }

    /**
     * Wraps a transaction with these statements, however it ends.
     *
     * @throws DiagnosticException if the database cannot be asked
     */
    <T> T setAsideDuring(
            Collection<dev.mig.script.Statement> statements, ConnectionSettings access, Supplier<T> transaction) {
        try {
            setAside(statements);
        } catch (SQLException e) {
            throw DatabaseFailure.of(access, e);
        }
        try {
            return transaction.get();
        } finally {
            bringBack();
        }
    }

    private void setAside(Collection<dev.mig.script.Statement> statements) throws SQLException {
        moving = statements.stream()
                .filter(Restated.class::isInstance)
                .map(Restated.class::cast)
                .filter(it -> it.how().movesRows())
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        connection.setAutoCommit(true);
        try {
            enforced = enforced();
            if (enforced) {
                execute("pragma foreign_keys = off");
            }
            before = broken();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Whether they are enforced apart from this. */
    boolean areEnforced() {
        return enforced;
    }

    /**
     * Before the transaction commits.
     *
     * @throws DiagnosticException if more references lead nowhere than before it began
     */
    void requireKept() throws SQLException {
        if (moving.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Long> found : broken().entrySet()) {
            if (found.getValue() > before.getOrDefault(found.getKey(), 0L)) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.FOREIGN_KEYS_BROKEN,
                        moving.getFirst().span(),
                        found.getKey(),
                        "while tables are made anew no foreign key acts: a delete does not cascade in this revision",
                        "correct the rows in this revision, or in one before it"));
            }
        }
    }

    private void bringBack() {
        boolean wereEnforced = enforced;
        enforced = false;
        moving = List.of();
        if (wereEnforced) {
            try {
                connection.setAutoCommit(true);
                execute("pragma foreign_keys = on");
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                // A connection that cannot even do that is lost, and the setting with it.
            }
        }
    }

    private boolean enforced() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma foreign_keys")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    /** Broken references with their counts. If references are not enforced, only those that the work concerns. */
    private Map<String, Long> broken() throws SQLException {
        Map<String, Long> broken = new TreeMap<>();
        if (enforced) {
            count("pragma_foreign_key_check f", broken);
            return broken;
        }
        TreeSet<String> tables = new TreeSet<>();
        for (Restated restated : moving) {
            Restatement how = restated.how();
            if (!how.asksForReferences()) {
                tables.add(how.about().text());
                tables.addAll(
                        SqliteCatalogue.referencing(connection, how.about().text()));
            }
        }
        for (String table : tables) {
            String name = "'" + table.replace("'", "''") + "'";
            count(
                    "sqlite_master m, pragma_foreign_key_check(m.name) f where m.type = 'table' and m.name = " + name
                            + " collate nocase",
                    broken);
        }
        return broken;
    }

    private void count(String check, Map<String, Long> broken) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select f.\"table\", f.parent, count(*) from " + check + " group by 1, 2")) {
            while (rows.next()) {
                String words = "table \"" + rows.getString(1) + "\" has rows that refer to rows of \""
                        + rows.getString(2) + "\" which are not there";
                broken.put(words, rows.getLong(3));
            }
        } catch (SQLException e) {
            // A foreign key to columns that are not a key of the other table cannot be checked.
            broken.merge(DriverMessage.of(e), 1L, Long::sum);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
