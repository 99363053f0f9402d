package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a database's catalogue says of the structure in it, as lines that can be compared. */
interface SchemaSnapshot {
    List<String> of(Connection connection) throws SQLException;

    /** H2: what it would write to make the same structure, without rows, without this program's own tables. */
    SchemaSnapshot H2 = connection -> {
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
    };
}
