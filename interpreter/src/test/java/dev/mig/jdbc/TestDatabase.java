package dev.mig.jdbc;

import dev.mig.script.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A real database that belongs to the tests: what they have to know of it beyond what the program knows itself. */
interface TestDatabase {
    Dialect dialect();

    ConnectionSettings access();

    /** Takes out whatever a test left in it. */
    void clear(Connection connection) throws SQLException;

    /**
     * Everything that the catalogue says of the structure in it, as lines that can be compared; nothing of the tables
     * of this program, of rows, or of the order of columns.
     */
    List<String> structure(Connection connection) throws SQLException;

    /** Statements that take longer than anybody waits, as they stand inside a block. */
    String slow();

    /** Whether a column takes only what its type says. */
    default boolean checksTypes() {
        return true;
    }
}
