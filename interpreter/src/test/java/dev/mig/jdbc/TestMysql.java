package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MySQL or MariaDB, as a database that tests may drop, and the other databases that their revisions make. */
record TestMysql(ConnectionSettings access, Database database) implements TestDatabase {
    /** The schemas of the golden files. */
    private static final List<String> SCHEMAS = List.of("a", "app", "archive", "b", "s");

    private static final Pattern FOREIGN_KEY = Pattern.compile("CONSTRAINT ([`\"][^`\"]+[`\"]) FOREIGN KEY");

    static TestMysql embedded() {
        return new TestMysql(
                new ConnectionSettings(new ConnectionUrl(MariadbServer.url("contract")), "root", null),
                Database.MARIADB);
    }

    @Override
    public Dialect dialect() {
        return Revisions.dialect(database);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        String own = connection.getCatalog();
        List<String> statements = new ArrayList<>();
        for (String schema : SCHEMAS) {
            statements.add("drop database if exists `" + schema + "`");
        }
        statements.add("drop database `" + own + "`");
        statements.add("create database `" + own + "` character set utf8mb4");
        statements.add("use `" + own + "`");
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What the server would write to make the same structure. */
    @Override
    public List<String> structure(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        Set<String> schemas = new HashSet<>(SCHEMAS);
        schemas.add(connection.getCatalog());
        for (List<String> found : rows(
                connection,
                "select table_schema, table_name, table_type from information_schema.tables order by 1, 2")) {
            String name = "`" + found.get(0) + "`.`" + found.get(1).replace("`", "``") + "`";
            boolean own = found.get(1).equals("mig_journal") || found.get(1).equals("alembic_version");
            if (schemas.contains(found.get(0)) && !own) {
                String kind = found.get(2).equals("BASE TABLE")
                        ? "table"
                        : found.get(2).toLowerCase(java.util.Locale.ROOT);
                lines.add(name + " "
                        + sorted(rows(connection, "show create " + kind + " " + name)
                                .getFirst()
                                .get(1)));
            }
        }
        for (List<String> schema : rows(connection, "show databases")) {
            if (SCHEMAS.contains(schema.getFirst())) {
                lines.add("schema " + schema.getFirst());
            }
        }
        return lines;
    }

    /**
     * How far an identity has counted is no structure, nor is the index that a foreign key makes for itself; and a column
     * that comes back comes last.
     */
    private static String sorted(String create) {
        Set<String> keys = new HashSet<>();
        Matcher foreign = FOREIGN_KEY.matcher(create);
        while (foreign.find()) {
            keys.add("  KEY " + foreign.group(1) + " ");
        }
        return Arrays.stream(create.replaceAll(" AUTO_INCREMENT=\\d+", "").split("\n"))
                .filter(it -> keys.stream().noneMatch(it::startsWith))
                .map(it -> it.replaceFirst(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public String slow() {
        return "  sql \"\"\" insert into authors select sleep(600) \"\"\" reverse nothing";
    }
}
