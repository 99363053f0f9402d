package dev.mig.jdbc.inspect;

import dev.mig.compile.DropText;
import dev.mig.model.Database;
import dev.mig.model.QualifiedIdentifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What MariaDB and MySQL have and the language has no form for: functions, procedures and triggers of the connection's
 * schema, each as the statement that makes it. Who made it is left out: whoever makes it again.
 *
 * <p>Not seen: events, and a character set that a parameter has for itself.
 */
final class MariaObjects {
    private final CatalogueQueries questions;
    private final SchemaAssembly assembly;
    private final String schema;

    MariaObjects(CatalogueQueries questions, SchemaAssembly assembly, String schema) {
        this.questions = questions;
        this.assembly = assembly;
        this.schema = schema;
    }

    void read() throws SQLException {
        routines();
        triggers();
    }

    private void routines() throws SQLException {
        Map<String, List<String>> parameters = new HashMap<>();
        questions.ask(
                "select specific_name, routine_type, parameter_mode, parameter_name, dtd_identifier"
                        + " from information_schema.parameters where specific_schema = ? and ordinal_position > 0"
                        + " order by specific_name, ordinal_position",
                List.of(schema),
                row -> {
                    boolean procedure = row.text("ROUTINE_TYPE").equals("PROCEDURE");
                    String mode = procedure ? row.text("PARAMETER_MODE").toLowerCase(Locale.ROOT) + " " : "";
                    parameters
                            .computeIfAbsent(
                                    row.text("ROUTINE_TYPE") + " " + row.text("SPECIFIC_NAME"), it -> new ArrayList<>())
                            .add(mode + MariaInspector.quoted(row.text("PARAMETER_NAME")) + " "
                                    + row.text("DTD_IDENTIFIER"));
                });
        questions.ask(
                "select routine_name, routine_type, dtd_identifier, routine_definition, is_deterministic,"
                        + " sql_data_access, security_type, routine_comment from information_schema.routines"
                        + " where routine_schema = ? and routine_type in ('FUNCTION', 'PROCEDURE')"
                        + " and routine_definition is not null order by routine_type, routine_name",
                List.of(schema),
                row -> {
                    String type = row.text("ROUTINE_TYPE");
                    String kind = type.toLowerCase(Locale.ROOT);
                    String stored = row.text("ROUTINE_NAME");
                    QualifiedIdentifier name = assembly.name(schema, stored);
                    String arguments = String.join(", ", parameters.getOrDefault(type + " " + stored, List.of()));
                    assembly.object(
                            kind,
                            schema,
                            name,
                            "create " + kind + " " + MariaInspector.quoted(stored) + "(" + arguments + ")"
                                    + (kind.equals("function") ? " returns " + row.text("DTD_IDENTIFIER") : "")
                                    + traits(row) + "\n" + row.text("ROUTINE_DEFINITION"),
                            DropText.of(kind, name, Database.MARIADB));
                });
    }

    /** A routine's default characteristics are omitted. */
    private static String traits(Row row) throws SQLException {
        List<String> traits = new ArrayList<>();
        String access = row.text("SQL_DATA_ACCESS").toLowerCase(Locale.ROOT);
        String comment = row.wordsOrNull("ROUTINE_COMMENT");
        if (row.text("IS_DETERMINISTIC").equals("YES")) {
            traits.add("deterministic");
        }
        if (!access.equals("contains sql")) {
            traits.add(access);
        }
        if (row.text("SECURITY_TYPE").equals("INVOKER")) {
            traits.add("sql security invoker");
        }
        if (comment != null) {
            traits.add("comment " + Literal.of(comment));
        }
        return traits.isEmpty() ? "" : "\n" + String.join("\n", traits);
    }

    private void triggers() throws SQLException {
        questions.ask(
                "select trigger_name, event_manipulation, event_object_table, action_timing, action_statement"
                        + " from information_schema.triggers where trigger_schema = ?"
                        + " order by event_object_table, action_timing, event_manipulation, action_order",
                List.of(schema),
                row -> {
                    String table = row.text("EVENT_OBJECT_TABLE");
                    String stored = row.text("TRIGGER_NAME");
                    QualifiedIdentifier name = new QualifiedIdentifier(assembly.name(table), assembly.name(stored));
                    String when = row.text("ACTION_TIMING") + " " + row.text("EVENT_MANIPULATION");
                    assembly.objectOfTable(
                            "trigger",
                            schema,
                            table,
                            name,
                            "create trigger " + MariaInspector.quoted(stored) + " " + when.toLowerCase(Locale.ROOT)
                                    + " on " + MariaInspector.quoted(table) + " for each row\n"
                                    + row.text("ACTION_STATEMENT"),
                            DropText.of("trigger", name, Database.MARIADB));
                });
    }
}
