package dev.mig.jdbc.inspect;

import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object in the database that the model cannot represent, reported so that nobody believes it is not there.
 *
 * <p>Users and privileges are not part of a schema, nor are objects that belong to an extension.
 *
 * @param kind in words
 * @param table that it belongs to, if it does
 */
public record UnsupportedObject(
        String kind, QualifiedIdentifier name, @Nullable QualifiedIdentifier table) {

    /** In the order of kinds and names. */
    public static List<UnsupportedObject> in(Connection connection, Database database, Scope scope)
            throws SQLException {
        List<UnsupportedObject> found = new ArrayList<>();
        String question = UnsupportedObjectSql.of(database);
        if (question.isEmpty()) {
            return found;
        }
        Folding folding = database.folding();
        String current = current(connection, database);
        new CatalogueQueries(connection).ask(question, row -> {
            String schema = row.text("AT_SCHEMA");
            Identifier prefix = schema.equals(current) ? null : folding.stored(schema);
            QualifiedIdentifier name = new QualifiedIdentifier(prefix, folding.stored(row.text("THING")));
            String on = row.textOrNull("ON_TABLE");
            QualifiedIdentifier table = on == null ? null : new QualifiedIdentifier(prefix, folding.stored(on));
            if (scope.has(table == null ? name : table, schema, folding)
                    && (prefix == null || !isServer(database) || scope.schemas().contains(schema))) {
                found.add(new UnsupportedObject(
                        row.text("KIND"), table == null ? name : QualifiedIdentifier.of(name.name()), table));
            }
        });
        return found;
    }

    private static String current(Connection connection, Database database) throws SQLException {
        String current = switch (database) {
            case MYSQL, MARIADB -> connection.getCatalog();
            case SQLITE -> "main";
            case H2, POSTGRESQL, COCKROACHDB, YUGABYTEDB -> connection.getSchema();
        };
        return current == null ? "" : current;
    }

    /** Whether its schemas are databases of their own, and somebody else's unless they are named. */
    private static boolean isServer(Database database) {
        return database == Database.MYSQL || database == Database.MARIADB;
    }

    @Override
    public String toString() {
        return kind + " " + name + (table == null ? "" : " on " + table);
    }
}
