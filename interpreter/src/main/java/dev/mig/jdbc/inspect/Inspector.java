package dev.mig.jdbc.inspect;

import dev.mig.model.Database;
import dev.mig.model.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the structure of a database from its catalogue.
 *
 * <p>Names come folded back to how an author would write them, things of the connection's own schema without a schema.
 * Types are portable ones wherever the column type is one that a portable type lands on, else native. Expressions
 * (defaults that are no literals, checks, generated columns, conditions and keys of indexes, views) are in the
 * database's words, in brackets where the model has brackets. What the database says only because nobody said otherwise
 * (an ascending key, {@code no action}, an identity that starts with 1) is left out, as an author would leave it out.
 *
 * <p>One final class a database; the number of questions does not depend on the number of tables.
 */
public sealed interface Inspector permits H2Inspector, MariaInspector, PostgresInspector, SqliteInspector {

    /** @throws SQLException if the catalogue cannot be read */
    SchemaModel inspect(Connection connection, Scope scope) throws SQLException;

    static Inspector of(Database database) {
        return switch (database) {
            case H2 -> new H2Inspector();
            case POSTGRESQL, YUGABYTEDB -> new PostgresInspector(true);
            // Its catalogue lacks what is needed to read programs.
            case COCKROACHDB -> new PostgresInspector(false);
            case MYSQL, MARIADB -> new MariaInspector();
            case SQLITE -> new SqliteInspector();
        };
    }
}
