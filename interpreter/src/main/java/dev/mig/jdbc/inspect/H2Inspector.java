package dev.mig.jdbc.inspect;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.syntax.Statement.Nulls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * H2 2.x, from its <a href="https://h2database.com/html/systemtables.html">information schema</a>. An enum is a domain.
 */
final class H2Inspector implements Inspector {
    /** How many elements an array takes that was declared without a number. */
    private static final int MOST_ELEMENTS = 65536;

    @Override
    public SchemaModel inspect(Connection connection, Scope scope) throws SQLException {
        return new Pass(new Questions(connection), connection.getSchema(), scope).model();
    }

    /** One reading; the order of the questions is that of what the answers lean on. */
    private static final class Pass {
        /** Where a type is told that takes more than a row: in a column or domain, under a number there. */
        private record Place(String schema, String object, String id) {}

        private static final String OURS = " <> 'INFORMATION_SCHEMA'";

        private final Questions questions;
        private final Scope scope;
        private final Assembly assembly;
        private final Map<Place, List<String>> enumValues = new HashMap<>();
        private final Map<Place, ColumnType> elements = new HashMap<>();

        Pass(Questions questions, String schema, Scope scope) {
            this.questions = questions;
            this.scope = scope;
            this.assembly = new Assembly(Folding.UPPER, schema, scope);
        }

        SchemaModel model() throws SQLException {
            types();
            tables();
            columns();
            keys();
            checks();
            indexes();
            if (!scope.isOfTables()) {
                rest();
            }
            return assembly.model();
        }

        private void types() throws SQLException {
            questions.ask(
                    "select * from information_schema.enum_values order by value_ordinal",
                    row -> enumValues
                            .computeIfAbsent(
                                    new Place(
                                            row.text("OBJECT_SCHEMA"),
                                            row.text("OBJECT_NAME"),
                                            row.text("ENUM_IDENTIFIER")),
                                    it -> new ArrayList<>())
                            .add(row.text("VALUE_NAME")));
            questions.ask(
                    "select * from information_schema.domains where domain_schema" + OURS + " order by domain_name",
                    row -> {
                        String schema = row.text("DOMAIN_SCHEMA");
                        String name = row.text("DOMAIN_NAME");
                        List<String> values = enumValues.get(new Place(schema, name, row.text("DTD_IDENTIFIER")));
                        if (values != null) {
                            assembly.enumType(schema, name, values);
                        }
                    });
            questions.ask(
                    "select * from information_schema.element_types where object_schema" + OURS
                            + " order by length(collection_type_identifier) desc",
                    row -> {
                        String schema = row.text("OBJECT_SCHEMA");
                        String object = row.text("OBJECT_NAME");
                        Place inner = new Place(schema, object, row.text("DTD_IDENTIFIER"));
                        elements.put(
                                new Place(schema, object, row.text("COLLECTION_TYPE_IDENTIFIER")), type(row, inner));
                    });
        }

        private ColumnType type(Row row, Place place) throws SQLException {
            List<String> values = enumValues.get(place);
            if (values != null) {
                return new ColumnType.Native("enum" + Literal.list(values));
            }
            if (row.text("DATA_TYPE").equals("ARRAY")) {
                ColumnType element = elements.get(place);
                boolean unlimited = row.number("MAXIMUM_CARDINALITY") == MOST_ELEMENTS;
                return element == null || !unlimited ? new ColumnType.Native("array") : new ColumnType.Array(element);
            }
            return H2Types.of(row);
        }

        private void tables() throws SQLException {
            // What a materialized view holds is kept in a table whose name ends so.
            questions.ask(
                    "select t.* from information_schema.tables t where t.table_schema" + OURS
                            + " and t.table_type = 'BASE TABLE' and not exists (select 1 from"
                            + " information_schema.tables v where v.table_schema = t.table_schema and v.table_name ||"
                            + " '$1' = t.table_name and v.table_class like '%MaterializedView') order by"
                            + " t.table_schema, t.table_name",
                    row -> assembly.beginTable(
                            row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.wordsOrNull("REMARKS"), List.of()));
        }

        private void columns() throws SQLException {
            questions.ask(
                    "select * from information_schema.columns where table_schema" + OURS
                            + " order by table_schema, table_name, ordinal_position",
                    row -> {
                        Optional<TableParts> table = assembly.table(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
                        if (table.isPresent()) {
                            table.get().add(column(row));
                        }
                    });
        }

        private Column column(Row row) throws SQLException {
            ColumnType type = columnType(row);
            String expression = row.textOrNull("GENERATION_EXPRESSION");
            boolean identity = row.yes("IS_IDENTITY");
            return new Column(
                    assembly.name(row.text("COLUMN_NAME")),
                    type,
                    !row.yes("IS_NULLABLE"),
                    DefaultText.read(row.textOrNull("COLUMN_DEFAULT"), type),
                    identity
                            ? new Column.Identity(
                                    row.text("IDENTITY_GENERATION").equals("ALWAYS"),
                                    Assembly.unlessOne(row.integerOrNull("IDENTITY_START")),
                                    Assembly.unlessOne(row.integerOrNull("IDENTITY_INCREMENT")))
                            : null,
                    // H2 has one kind only, so that nobody has to name it.
                    expression == null ? null : new Column.Generated(Brackets.around(expression), null),
                    row.wordsOrNull("REMARKS"),
                    null);
        }

        private ColumnType columnType(Row row) throws SQLException {
            String domain = row.textOrNull("DOMAIN_NAME");
            if (domain == null) {
                return type(
                        row, new Place(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.text("DTD_IDENTIFIER")));
            }
            String schema = row.text("DOMAIN_SCHEMA");
            return assembly.enumType(schema, domain)
                    .<ColumnType>map(it -> new ColumnType.Enum(it.name(), it.values()))
                    .orElseGet(() -> new ColumnType.Native('"' + schema + "\".\"" + domain + '"'));
        }

        private void keys() throws SQLException {
            H2Keys keys = H2Keys.ask(questions);
            for (H2Keys.Key key : keys.all()) {
                Optional<TableParts> table = assembly.table(key.schema(), key.table());
                if (table.isPresent()) {
                    key(table.get(), key, keys);
                }
            }
        }

        private void key(TableParts table, H2Keys.Key key, H2Keys keys) {
            KeyParts parts = table.key(assembly.name(key.name()));
            keys.columns(key).forEach(it -> parts.column(assembly.name(it)));
            H2Keys.Reference reference = key.reference();
            if (key.isPrimary()) {
                parts.primary();
            } else if (reference != null) {
                QualifiedIdentifier target = assembly.name(
                        reference.target().schema(), reference.target().table());
                keys.targetColumns(reference).forEach(it -> parts.references(target, assembly.name(it)));
                parts.actions(reference.onDelete(), reference.onUpdate());
            }
        }

        private void checks() throws SQLException {
            questions.ask(
                    "select c.table_schema, c.table_name, c.constraint_name, k.check_clause"
                            + " from information_schema.table_constraints c"
                            + " join information_schema.check_constraints k on k.constraint_schema ="
                            + " c.constraint_schema and k.constraint_name = c.constraint_name"
                            + " order by c.constraint_name",
                    row -> {
                        Optional<TableParts> table = assembly.table(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
                        if (table.isPresent()) {
                            table.get()
                                    .add(new Constraint.Check(
                                            assembly.name(row.text("CONSTRAINT_NAME")),
                                            Brackets.around(row.text("CHECK_CLAUSE"))));
                        }
                    });
        }

        /** Without those that constraints bring with them. */
        private void indexes() throws SQLException {
            questions.ask(
                    "select i.index_type_name, c.* from information_schema.indexes i"
                            + " join information_schema.index_columns c on c.index_schema = i.index_schema"
                            + " and c.index_name = i.index_name"
                            + " where i.table_schema" + OURS + " and not i.is_generated"
                            + " order by i.table_schema, i.table_name, i.index_name, c.ordinal_position",
                    row -> {
                        Optional<IndexParts> index = assembly.index(
                                row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.text("INDEX_NAME"));
                        if (index.isPresent()) {
                            element(index.get(), row);
                        }
                    });
        }

        private void element(IndexParts index, Row row) throws SQLException {
            boolean unique = row.text("INDEX_TYPE_NAME").startsWith("UNIQUE");
            index.unique(unique);
            if (unique && !row.is("IS_UNIQUE")) {
                index.include(assembly.name(row.text("COLUMN_NAME")));
                return;
            }
            boolean descending = "DESC".equals(row.textOrNull("ORDERING_SPECIFICATION"));
            index.column(
                    assembly.name(row.text("COLUMN_NAME")),
                    descending,
                    nulls(row.textOrNull("NULL_ORDERING"), descending));
        }

        /** A null is less than any value, unless told otherwise. */
        private static @Nullable Nulls nulls(@Nullable String ordering, boolean descending) {
            Nulls usual = descending ? Nulls.LAST : Nulls.FIRST;
            return ordering == null || ordering.equals(usual.name()) ? null : Nulls.valueOf(ordering);
        }

        private void rest() throws SQLException {
            questions.ask(
                    "select schema_name from information_schema.schemata where schema_name" + OURS,
                    row -> assembly.schema(row.text("SCHEMA_NAME")));
            questions.ask(
                    "select * from information_schema.sequences order by sequence_schema, sequence_name",
                    row -> assembly.sequence(
                            row.text("SEQUENCE_SCHEMA"),
                            row.text("SEQUENCE_NAME"),
                            row.integerOrNull("START_VALUE"),
                            row.integerOrNull("INCREMENT")));
            questions.ask(
                    "select v.*, t.table_class from information_schema.views v join information_schema.tables t"
                            + " on t.table_schema = v.table_schema and t.table_name = v.table_name"
                            + " where v.table_schema" + OURS + " order by v.table_schema, v.table_name",
                    row -> {
                        String query = row.textOrNull("VIEW_DEFINITION");
                        assembly.beginView(
                                row.text("TABLE_SCHEMA"),
                                row.text("TABLE_NAME"),
                                query == null ? "" : query,
                                row.text("TABLE_CLASS").endsWith("MaterializedView"));
                    });
        }
    }
}
