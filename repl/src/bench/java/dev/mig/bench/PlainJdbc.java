package dev.mig.bench;

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
 * What a person would write who knew every statement beforehand: the same statements as {@code migrate} on H2, its
 * tables and its journal included, committed as often, and nothing else. No files are read and nothing is planned.
 *
 * <p>Arguments: what to do ({@code upgrade}, {@code one}, {@code undo} or {@code current}), the file of the database,
 * and the number of revisions.
 */
final class PlainJdbc {
    private static final String VERSION = """
            create table if not exists "alembic_version" (
              "version_num" varchar(255) not null,
              constraint "alembic_version_pkc" primary key ("version_num"))""";

    private static final String JOURNAL = """
            create table if not exists "mig_journal" (
              "id" bigint not null, "run" bigint not null, "step" bigint not null, "kind" varchar(32) not null,
              "outcome" varchar(32) not null, "direction" varchar(32), "revision" varchar(255), "seq" integer,
              "rows_before" text, "rows_after" text, "started_at" timestamp(6) with time zone not null,
              "millis" bigint, "database_user" varchar(255), "os_user" varchar(255), "host" varchar(255),
              "process" bigint, "tool" varchar(255), "file" text, "message" text, "parents" text, "depends_on" text,
              "branches" text, "body" text, "body_digest" varchar(255), "meaning_digest" varchar(255),
              "way_back" text, "progress" text, "changed_rows" bigint, "sql_state" varchar(32), "error" text,
              constraint "mig_journal_pk" primary key ("id"))""";

    private static final String BEGIN_STEP = """
            insert into "mig_journal" ("id", "run", "step", "kind", "outcome", "started_at", "database_user",
              "os_user", "host", "process", "tool", "direction", "revision", "seq", "rows_before", "rows_after",
              "file", "message", "parents", "depends_on", "branches", "body", "body_digest", "meaning_digest",
              "way_back")
            values (?, 1, ?, 'step', 'begun', ?, 'SA', 'me', 'here', 1, 'plain', 'upgrade', ?, 1, ?, ?, ?, ?, ?, '',
              '', ?, ?, ?, ?)""";

    private static final String BEGIN_STATEMENT = """
            insert into "mig_journal" ("id", "run", "step", "kind", "outcome", "started_at", "seq", "body",
              "body_digest")
            values (?, 1, ?, 'statement', 'begun', ?, 1, ?, ?)""";

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final Connection connection;
    private final Connection lock;

    private PlainJdbc(Connection connection, Connection lock) {
        this.connection = connection;
        this.lock = lock;
    }

    public static void main(String[] args) throws SQLException {
        String url = "jdbc:h2:" + args[1] + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
        int revisions = Integer.parseInt(args[2]);
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            if (args[0].equals("current")) {
                System.out.println(current(connection));
                return;
            }
            try (Connection lock = DriverManager.getConnection(url, "sa", "")) {
                PlainJdbc plain = new PlainJdbc(connection, lock);
                plain.prepare();
                switch (args[0]) {
                    case "upgrade" -> plain.upgrade(0, revisions);
                    case "one" -> plain.upgrade(revisions, revisions + 1);
                    case "undo" -> plain.undo(revisions);
                    default -> throw new IllegalArgumentException(args[0]);
                }
            }
        }
    }

    private static List<String> current(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version_num\" from \"alembic_version\"")) {
            return rows.next() ? List.of(rows.getString(1)) : List.of();
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(VERSION);
            statement.execute(JOURNAL);
        }
        connection.setAutoCommit(false);
        lock.setAutoCommit(false);
    }

    private void upgrade(int from, int to) throws SQLException {
        try (PreparedStatement beginStep = connection.prepareStatement(BEGIN_STEP);
                PreparedStatement beginStatement = connection.prepareStatement(BEGIN_STATEMENT);
                PreparedStatement finishStatement =
                        connection.prepareStatement("update \"mig_journal\" set \"outcome\" = 'done', \"millis\" = ?,"
                                + " \"changed_rows\" = 0 where \"id\" = ?");
                PreparedStatement finishStep = connection.prepareStatement(
                        "update \"mig_journal\" set \"outcome\" = 'done', \"millis\" = ? where \"id\" = ?");
                PreparedStatement holder =
                        lock.prepareStatement("select \"id\" from \"mig_journal\" where \"id\" = -1");
                Statement statement = connection.createStatement()) {
            for (int number = from; number < to; number++) {
                long begun = System.nanoTime();
                long row = 2L * number + 1;
                beginStep(beginStep, row, number);
                try (ResultSet held = holder.executeQuery()) {
                    held.next();
                }
                String sql = """
                        create table "%s" (
                          "id" bigint generated by default as identity not null,
                          "name" varchar(100) not null,
                          "amount" decimal(12,2) default 0 not null,
                          constraint "pk_%s" primary key ("id"))""".formatted(History.table(number), History.table(number));
                set(beginStatement, row + 1, row, now(), sql, DIGEST);
                // Commits, as all DDL of H2 does.
                statement.execute(sql);
                set(finishStatement, 0L, row + 1);
                move(number);
                set(finishStep, (System.nanoTime() - begun) / 1_000_000, row);
                connection.commit();
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
                ? "insert into \"alembic_version\" (\"version_num\") values (?)"
                : "update \"alembic_version\" set \"version_num\" = ? where \"version_num\" = ?";
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists \"" + History.table(revisions) + "\"");
            statement.execute("delete from \"mig_journal\" where \"id\" > " + 2L * revisions);
            statement.execute("update \"alembic_version\" set \"version_num\" = '" + History.id(revisions - 1) + "'");
            connection.commit();
        }
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
