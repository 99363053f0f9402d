package dev.mig.compile;

import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The SQL that drops an object without a statement of its own, if its author has not provided it. */
public final class DropText {
    private static final Set<String> OF_A_TABLE = Set.of("trigger", "policy", "rule");

    private DropText() {}

    /** Whether objects of this kind are named together with their table. */
    public static boolean isOfTable(String kind) {
        return OF_A_TABLE.contains(kind.toLowerCase(Locale.ROOT));
    }

    public static String of(String kind, QualifiedIdentifier name, Database database) {
        Identifier on = name.schema();
        if (on == null) {
            return "drop " + kind + " " + quoted(name.name(), database);
        }
        if (!isOfTable(kind)) {
            return "drop " + kind + " " + quoted(on, database) + "." + quoted(name.name(), database);
        }
        // Elsewhere a trigger's name suffices, and the table is not allowed.
        boolean said = database.spokenForBy(List.of(Database.POSTGRESQL)).isPresent();
        return "drop " + kind + " " + quoted(name.name(), database) + (said ? " on " + quoted(on, database) : "");
    }

    private static String quoted(Identifier name, Database database) {
        if (!name.quoted()) {
            return name.text();
        }
        String quote = switch (database) {
            case MYSQL, MARIADB -> "`";
            case H2, POSTGRESQL, COCKROACHDB, YUGABYTEDB, SQLITE -> "\"";
        };
        return quote + name.text().replace(quote, quote + quote) + quote;
    }
}
