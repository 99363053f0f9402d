package dev.mig.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a person would write who knew every statement beforehand: the same statements as {@code migrate}, its tables and
 * its journal included, committed as often, and nothing else. No files are read and nothing is planned.
 *
 * <p>Arguments: the database, what to do ({@code upgrade}, {@code one}, {@code undo} or {@code current}), the file, and
 * the number of revisions.
 */
final class PlainJdbc {
    private static final String BEGIN_STEP = """
            insert into mig_journal (id, run, step, kind, outcome, started_at, database_user, os_user, host, process,
              tool, direction, revision, seq, rows_before, rows_after, file, message, parents, depends_on, branches,
              body, body_digest, meaning_digest, way_back)
            values (?, 1, ?, 'step', 'begun', ?, 'SA', 'me', 'here', 1, 'plain', 'upgrade', ?, 1, ?, ?, ?, ?, ?, '',
              '', ?, ?, ?, ?)""";

    private static final String BEGIN_STATEMENT = """
            insert into mig_journal (id, run, step, kind, outcome, started_at, seq, body, body_digest)
            values (?, 1, ?, 'statement', 'begun', ?, 1, ?, ?)""";

    private static final String FINISH_STATEMENT =
            "update mig_journal set outcome = 'done', millis = ?, changed_rows = 0 where id = ?";

    private static final String FINISH_STEP = "update mig_journal set outcome = 'done', millis = ? where id = ?";

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final PlainDatabase database;
    private final Connection connection;
    private final Connection lock;

    private PlainJdbc(PlainDatabase database, Connection connection, Connection lock) {
        this.database = database;
        this.connection = connection;
        this.lock = lock;
    }

    public static void main(String[] args) throws SQLException {
        PlainDatabase database = PlainDatabase.valueOf(args[0]);
        String url = database.urlWithSettings(Path.of(args[2]));
        int revisions = Integer.parseInt(args[3]);
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            if (args[1].equals("current")) {
                System.out.println(current(connection));
                return;
            }
            try (Connection lock = DriverManager.getConnection(url, "sa", "")) {
                PlainJdbc plain = new PlainJdbc(database, connection, lock);
                plain.prepare();
                switch (args[1]) {
                    case "upgrade" -> plain.upgrade(0, revisions);
                    case "one" -> plain.upgrade(revisions, revisions + 1);
                    case "undo" -> plain.undo(revisions);
                    default -> throw new IllegalArgumentException(args[1]);
                }
            }
        }
    }

    private static List<String> current(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version_num from alembic_version")) {
            return rows.next() ? List.of(rows.getString(1)) : List.of();
        }
    }

    private void prepare() throws SQLException {
        send(database.createOwn());
        connection.setAutoCommit(false);
        send(database.first());
    }

    private void send(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private void upgrade(int from, int to) throws SQLException {
        try (PreparedStatement beginStep = connection.prepareStatement(BEGIN_STEP);
                PreparedStatement beginStatement = connection.prepareStatement(BEGIN_STATEMENT);
                PreparedStatement finishStatement = connection.prepareStatement(FINISH_STATEMENT);
                PreparedStatement finishStep = connection.prepareStatement(FINISH_STEP);
                PreparedStatement holder = lock.prepareStatement("select id from mig_journal where id = -1")) {
            for (int number = from; number < to; number++) {
                long begun = System.nanoTime();
                long row = database.tablesCommit() ? 2L * number + 1 : number + 1L;
                String sql = database.createTable(number);
                beginStep(beginStep, row, number);
                if (database.tablesCommit()) {
                    try (ResultSet held = holder.executeQuery()) {
                        held.next();
                    }
                    set(beginStatement, row + 1, row, now(), sql, DIGEST);
                    send(List.of(sql));
                    set(finishStatement, 0L, row + 1);
                } else {
                    send(List.of(sql));
                }
                move(number);
                set(finishStep, (System.nanoTime() - begun) / 1_000_000, row);
                connection.commit();
                send(database.afterStep());
            }
        }
    }

    private static void beginStep(PreparedStatement statement, long row, int number) throws SQLException {
        String before = number == 0 ? "" : History.id(number - 1);
        String text = History.text(number);
        set(
                statement,
                row,
                row,
                now(),
                History.id(number),
                before,
                History.id(number),
                "migrations/" + History.id(number) + ".mig",
                "add " + History.table(number),
                before,
                text,
                DIGEST,
                DIGEST,
                "drop table " + History.table(number));
    }

    private void move(int number) throws SQLException {
        String sql = number == 0
                ? "insert into alembic_version (version_num) values (?)"
                : "update alembic_version set version_num = ? where version_num = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (number == 0) {
                set(statement, History.id(0));
            } else {
                set(statement, History.id(number), History.id(number - 1));
            }
        }
    }

    /** Takes the revision back that stands on top of so many. */
    private void undo(int revisions) throws SQLException {
        send(List.of(
                "drop table if exists " + History.table(revisions),
                "delete from mig_journal where id >= (select id from mig_journal where revision = '"
                        + History.id(revisions) + "')",
                "update alembic_version set version_num = '" + History.id(revisions - 1) + "'"));
        connection.commit();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
