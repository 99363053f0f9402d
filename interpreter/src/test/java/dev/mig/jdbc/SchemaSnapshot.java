package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
                // How far an identity has counted is no structure.
                String structure = line.replaceAll(" RESTART WITH \\d+", "");
                if (!own && !line.startsWith("-- ") && !line.startsWith("CREATE USER")) {
                    lines.add(structure);
                }
            }
        }
        lines.sort(null);
        return lines;
    };
}
