package dev.mig.jdbc.inspect;

import dev.mig.compile.GeneratedNames;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.syntax.tree.TableItem.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL, from their <a href="https://mariadb.com/kb/en/information-schema-tables/">information schema</a>.
 *
 * <p>A schema is a database of its own there: none but the connection's is looked at unless the scope names it. A
 * unique index is a unique constraint and reads as one. An enum stands in its column, so that it gets a name of the
 * table's and the column's. The primary key has the name of the fixed rule, since the database calls all of them
 * {@code PRIMARY}. {@code restrict} is what happens without a word, and {@code no action} the same.
 */
final class MariaInspector implements Inspector {
    @Override
    public SchemaModel inspect(Connection connection, Scope scope) throws SQLException {
        String schema = connection.getCatalog();
        // The driver knows it from the handshake.
        boolean mariadb = connection.getMetaData().getDatabaseProductName().contains("MariaDB");
        return new Pass(new CatalogueQueries(connection), schema == null ? "" : schema, scope, mariadb).model();
    }

    /** One reading. */
    private static final class Pass {
        private record Key(String schema, String table, String name) {}

        private record Actions(String onDelete, String onUpdate) {}

        private final CatalogueQueries questions;
        private final Scope scope;
        private final boolean mariadb;
        private final String current;
        private final SchemaAssembly assembly;
        private final List<String> schemas;
        private final Map<Key, String> collations = new HashMap<>();
        private final Map<Key, Actions> actions = new HashMap<>();
        /** The columns of each foreign key, which brings an index of its name where there is no other. */
        private final Map<Key, List<String>> foreignKeys = new HashMap<>();

        private final Set<Key> jsonColumns = new HashSet<>();
        private final List<String> sequences = new ArrayList<>();

        Pass(CatalogueQueries questions, String schema, Scope scope, boolean mariadb) {
            this.questions = questions;
            this.scope = scope;
            this.mariadb = mariadb;
            this.current = schema;
            this.assembly = new SchemaAssembly(Folding.IGNORED, schema, scope);
            Set<String> named = new LinkedHashSet<>(scope.schemas());
            named.add(schema);
            this.schemas = List.copyOf(named);
        }

        SchemaModel model() throws SQLException {
            tables();
            checks();
            columns();
            foreignKeys();
            indexes();
            if (!scope.isOfTables()) {
                rest();
            }
            return assembly.model();
        }

        /** A condition on the schema of a question, whose parameters are the schemas. */
        private String in(String column) {
            return column + " in (" + String.join(", ", Collections.nCopies(schemas.size(), "?")) + ")";
        }

        private void ask(String sql, CatalogueQueries.Reader reader) throws SQLException {
            questions.ask(sql, schemas, reader);
        }

        private Optional<TableParts> table(Row row) throws SQLException {
            return assembly.table(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
        }

        private static Key key(Row row, String name) throws SQLException {
            return new Key(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.text(name));
        }

        private void tables() throws SQLException {
            ask(
                    "select t.table_schema, t.table_name, t.table_type, t.table_comment, t.engine, t.table_collation,"
                            + " s.default_collation_name from information_schema.tables t"
                            + " join information_schema.schemata s on s.schema_name = t.table_schema"
                            + " where " + in("t.table_schema") + " order by t.table_schema, t.table_name",
                    row -> {
                        String schema = row.text("TABLE_SCHEMA");
                        String name = row.text("TABLE_NAME");
                        switch (row.text("TABLE_TYPE")) {
                            case "BASE TABLE", "SYSTEM VERSIONED" -> {
                                String collation = row.textOrNull("TABLE_COLLATION");
                                collations.put(new Key(schema, name, ""), collation == null ? "" : collation);
                                assembly.beginTable(schema, name, row.wordsOrNull("TABLE_COMMENT"), options(row));
                            }
                            case "SEQUENCE" -> {
                                if (schema.equals(current)) {
                                    sequences.add(name);
                                }
                            }
                            default -> {
                                // Views are asked for with their text.
                            }
                        }
                    });
        }

        /** Options that a new table in this database would not have by default. */
        private static List<String> options(Row row) throws SQLException {
            List<String> options = new ArrayList<>();
            String engine = row.textOrNull("ENGINE");
            String collation = row.textOrNull("TABLE_COLLATION");
            if (engine != null && !engine.equals("InnoDB")) {
                options.add("engine=" + engine);
            }
            if (collation != null && !collation.equals(row.textOrNull("DEFAULT_COLLATION_NAME"))) {
                options.add("collate=" + collation);
            }
            return options;
        }

        private void checks() throws SQLException {
            String sql = mariadb
                    ? "select constraint_schema table_schema, table_name, constraint_name, check_clause"
                            + " from information_schema.check_constraints where " + in("constraint_schema")
                            + " order by table_name, constraint_name"
                    : "select t.table_schema, t.table_name, c.constraint_name, c.check_clause"
                            + " from information_schema.check_constraints c"
                            + " join information_schema.table_constraints t on t.constraint_schema ="
                            + " c.constraint_schema and t.constraint_name = c.constraint_name"
                            + " where " + in("c.constraint_schema") + " order by t.table_name, c.constraint_name";
            ask(sql, row -> {
                String name = row.text("CONSTRAINT_NAME");
                String clause = row.text("CHECK_CLAUSE");
                if (mariadb && clause.equals("json_valid(`" + name.replace("`", "``") + "`)")) {
                    // MariaDB's json is text with this check.
                    jsonColumns.add(key(row, "CONSTRAINT_NAME"));
                    return;
                }
                Optional<TableParts> table = table(row);
                if (table.isPresent()) {
                    table.get().add(new Constraint.Check(assembly.name(name), Brackets.around(plain(clause))));
                }
            });
        }

        /** MySQL keeps an expression with its quotes escaped and the character set of each string before it. */
        private String plain(String expression) {
            return mariadb
                    ? expression.replace("\\'", "''")
                    : expression.replaceAll("_[a-z0-9]+\\\\'", "\\\\'").replace("\\'", "'");
        }

        private void columns() throws SQLException {
            ask(
                    "select * from information_schema.columns where " + in("table_schema")
                            + " order by table_schema, table_name, ordinal_position",
                    row -> {
                        Optional<TableParts> table = table(row);
                        if (table.isPresent()) {
                            table.get().add(column(row));
                        }
                    });
        }

        private Column column(Row row) throws SQLException {
            String extra = row.text("EXTRA").toLowerCase(Locale.ROOT);
            ColumnType type = type(row, extra);
            String expression = row.wordsOrNull("GENERATION_EXPRESSION");
            String collation = row.textOrNull("COLLATION_NAME");
            String ofTable = collations.get(new Key(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), ""));
            boolean own = type != Plain.JSON && !Objects.equals(collation, ofTable);
            return new Column(
                    assembly.name(row.text("COLUMN_NAME")),
                    type,
                    row.text("IS_NULLABLE").equals("NO"),
                    expression == null ? defaultValue(row.textOrNull("COLUMN_DEFAULT"), extra, type) : null,
                    extra.contains("auto_increment") ? Column.Identity.PLAIN : null,
                    expression == null
                            ? null
                            : new Column.Generated(
                                    Brackets.around(plain(expression)),
                                    extra.contains("virtual") ? Storage.VIRTUAL : Storage.STORED),
                    row.wordsOrNull("COLUMN_COMMENT"),
                    own && collation != null ? assembly.name(collation) : null);
        }

        private ColumnType type(Row row, String extra) throws SQLException {
            String words = row.text("COLUMN_TYPE");
            if (MariaTypes.isEnum(words)) {
                List<String> values = MariaTypes.enumValues(words);
                return new ColumnType.Enum(
                        assembly.columnEnum(
                                row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.text("COLUMN_NAME"), values),
                        values);
            }
            if (words.equals("longtext") && jsonColumns.contains(key(row, "COLUMN_NAME"))) {
                return Plain.JSON;
            }
            // What the model cannot represent would be lost when a column is restated, so it is kept with the type.
            String more = extra.replaceAll(
                            "auto_increment|default_generated|(virtual|stored|persistent) generated|,", "")
                    .strip();
            return more.isEmpty() ? MariaTypes.of(words) : new ColumnType.Native(words + " " + more);
        }

        private @Nullable SqlValue defaultValue(@Nullable String text, String extra, ColumnType type) {
            if (text == null) {
                return null;
            }
            if (mariadb) {
                return DefaultText.read(text.startsWith("'") ? withoutBackslashes(text) : text, type);
            }
            boolean expression = extra.contains("default_generated") || text.matches("(?i)current_timestamp.*|b'.*");
            return DefaultText.read(
                    expression
                            ? plain(text)
                            : DefaultText.isNumeric(type) || type == Plain.BOOLEAN ? text : Literal.of(text),
                    type);
        }

        private static String withoutBackslashes(String literal) {
            return literal.replace("\\'", "''").replace("\\\\", "\\");
        }

        private void foreignKeys() throws SQLException {
            ask(
                    "select constraint_schema table_schema, table_name, constraint_name, delete_rule, update_rule"
                            + " from information_schema.referential_constraints where " + in("constraint_schema"),
                    row -> actions.put(
                            key(row, "CONSTRAINT_NAME"),
                            new Actions(row.text("DELETE_RULE"), row.text("UPDATE_RULE"))));
            ask(
                    "select * from information_schema.key_column_usage where " + in("table_schema")
                            + " and referenced_table_name is not null"
                            + " order by table_schema, table_name, constraint_name, ordinal_position",
                    row -> {
                        Key key = key(row, "CONSTRAINT_NAME");
                        foreignKeys
                                .computeIfAbsent(key, it -> new ArrayList<>())
                                .add(row.text("COLUMN_NAME"));
                        Optional<TableParts> table = table(row);
                        Actions told = actions.get(key);
                        if (table.isPresent() && told != null) {
                            table.get()
                                    .key(assembly.name(key.name()))
                                    .column(assembly.name(row.text("COLUMN_NAME")))
                                    .references(
                                            assembly.name(
                                                    row.text("REFERENCED_TABLE_SCHEMA"),
                                                    row.text("REFERENCED_TABLE_NAME")),
                                            assembly.name(row.text("REFERENCED_COLUMN_NAME")))
                                    .actions(usual(told.onDelete()), usual(told.onUpdate()));
                        }
                    });
        }

        /** InnoDB checks immediately, whichever of the two words is used. */
        private static String usual(String action) {
            return action.equals("RESTRICT") ? "NO ACTION" : action;
        }

        private void indexes() throws SQLException {
            Map<Key, List<Element>> found = new LinkedHashMap<>();
            ask(
                    "select * from information_schema.statistics where " + in("table_schema")
                            + " order by table_schema, table_name, index_name, seq_in_index",
                    row -> found.computeIfAbsent(key(row, "INDEX_NAME"), it -> new ArrayList<>())
                            .add(new Element(
                                    row.textOrNull("COLUMN_NAME"),
                                    mariadb ? null : row.textOrNull("EXPRESSION"),
                                    // A spatial index reports the bytes stored of each shape.
                                    row.text("INDEX_TYPE").equals("SPATIAL") ? 0 : row.number("SUB_PART"),
                                    "D".equals(row.textOrNull("COLLATION")),
                                    row.number("NON_UNIQUE") == 0,
                                    row.text("INDEX_TYPE"))));
            for (Map.Entry<Key, List<Element>> entry : found.entrySet()) {
                Optional<TableParts> table =
                        assembly.table(entry.getKey().schema(), entry.getKey().table());
                if (table.isPresent()) {
                    index(table.get(), entry.getKey(), entry.getValue());
                }
            }
        }

        /** @param prefix how many characters of the column count, 0 for all */
        private record Element(
                @Nullable String column,
                @Nullable String expression,
                int prefix,
                boolean descending,
                boolean unique,
                String type) {
            boolean isPlain() {
                return column != null && prefix == 0 && !descending;
            }

            String columnOrNothing() {
                return column == null ? "" : column;
            }
        }

        private void index(TableParts table, Key key, List<Element> elements) {
            Element first = elements.getFirst();
            List<String> columns =
                    elements.stream().map(Element::columnOrNothing).toList();
            if (key.name().equals("PRIMARY")) {
                table.add(new Constraint.PrimaryKey(GeneratedNames.primaryKey(table.name()), assembly.names(columns)));
            } else if (first.unique() && elements.stream().allMatch(Element::isPlain)) {
                table.add(new Constraint.Unique(assembly.name(key.name()), assembly.names(columns)));
            } else if (!columns.equals(foreignKeys.get(key))) {
                IndexParts index = table.index(assembly.name(key.name()))
                        .unique(first.unique())
                        .method(method(first.type()));
                elements.forEach(it -> index.element(element(it), null, it.descending(), null));
            }
        }

        private @Nullable Identifier method(String type) {
            return type.equals("BTREE") ? null : assembly.name(type.toLowerCase(Locale.ROOT));
        }

        private Index.Key element(Element element) {
            String expression = element.expression();
            if (expression != null) {
                return IndexParts.expression(plain(expression));
            }
            Identifier column = assembly.name(element.columnOrNothing());
            // A prefix is written as an author would: name(10).
            return element.prefix() == 0
                    ? new Index.ColumnKey(column)
                    : new Index.ExpressionKey(
                            new SqlValue.Call(QualifiedIdentifier.of(column), "(" + element.prefix() + ")"));
        }

        private void rest() throws SQLException {
            ask(
                    "select schema_name from information_schema.schemata where " + in("schema_name"),
                    row -> assembly.schema(row.text("SCHEMA_NAME")));
            ask(
                    "select table_schema, table_name, view_definition from information_schema.views where "
                            + in("table_schema") + " order by table_schema, table_name",
                    row -> assembly.beginView(
                            row.text("TABLE_SCHEMA"),
                            row.text("TABLE_NAME"),
                            row.text("VIEW_DEFINITION").replace(quoted(current) + ".", ""),
                            false));
            if (!sequences.isEmpty()) {
                // Each is a table of one row.
                questions.ask(
                        IntStream.range(0, sequences.size())
                                .mapToObj(it -> "select " + it + " place, start_value, increment from "
                                        + quoted(current) + "." + quoted(sequences.get(it)))
                                .collect(Collectors.joining(" union all ")),
                        row -> assembly.sequence(
                                current,
                                sequences.get(row.number("PLACE")),
                                row.integerOrNull("START_VALUE"),
                                row.integerOrNull("INCREMENT")));
            }
            new MariaObjects(questions, assembly, current).read();
        }
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
