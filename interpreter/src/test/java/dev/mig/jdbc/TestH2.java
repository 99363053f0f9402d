package dev.mig.jdbc;

import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** H2, however it is reached. */
record TestH2(ConnectionSettings access) implements TestDatabase {
    @Override
    public Dialect dialect() {
        return Revisions.dialect(Database.H2);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
    }

    /** What H2 would write to make the same structure. */
    @Override
    public List<String> structure(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("script nodata nopasswords nosettings")) {
            while (script.next()) {
                String line = script.getString(1);
                boolean own = line.contains("MIG_JOURNAL") || line.contains("ALEMBIC_VERSION");
                // How far an identity has counted is no structure, and a column that comes back comes last.
                String structure = Stream.of(line.replaceAll(" RESTART WITH \\d+", "")
                                .replaceAll("CAST\\((\\d+) AS BIGINT\\)", "$1")
                                .split("\n"))
                        .map(it -> it.replaceFirst(",$", ""))
                        .sorted()
                        .collect(Collectors.joining("\n"));
                if (!own && !line.startsWith("-- ") && !line.startsWith("CREATE USER")) {
                    lines.add(structure);
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    @Override
    public String slow() {
        return "  sql \"\"\" insert into authors select count(*) from system_range(1, 1000000000) a,"
                + " system_range(1, 1000) b \"\"\" reverse nothing";
    }
}
