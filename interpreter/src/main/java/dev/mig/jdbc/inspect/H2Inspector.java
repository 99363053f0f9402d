package dev.mig.jdbc.inspect;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.syntax.tree.Statement.Nulls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * H2 2.x, from its <a href="https://h2database.com/html/systemtables.html">information schema</a>. An enum is a domain.
 */
final class H2Inspector implements Inspector {
    /** The length of an array declared without one. */
    private static final int MOST_ELEMENTS = 65536;

    @Override
    public SchemaModel inspect(Connection connection, Scope scope) throws SQLException {
        return new Pass(new CatalogueQueries(connection), connection.getSchema(), scope).model();
    }

    /** One inspection; queries are ordered by dependency. */
    private static final class Pass {
        /** Where a type is told that takes more than a row: in a column or domain, under a number there. */
        private record Place(String schema, String object, String id) {}

        private static final String OURS = " <> 'INFORMATION_SCHEMA'";

        private final CatalogueQueries questions;
        private final Scope scope;
        private final H2Filter filter;
        private final SchemaAssembly assembly;
        private final Map<Place, List<String>> enumValues = new HashMap<>();
        private final Map<Place, ColumnType> elements = new HashMap<>();
        private final Set<H2Indexes.Stored> materialized = new HashSet<>();

        Pass(CatalogueQueries questions, String schema, Scope scope) {
            this.questions = questions;
            this.scope = scope;
            this.filter = H2Filter.of(scope);
            this.assembly = new SchemaAssembly(Folding.UPPER, schema, scope);
        }

        SchemaModel model() throws SQLException {
            types();
            tables();
            columns();
            H2Indexes indexes = H2Indexes.ask(questions, filter);
            H2Keys keys = H2Keys.ask(questions, indexes);
            keys(keys);
            checks(keys);
            indexes(indexes);
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
            Map<H2Indexes.Stored, String> comments = new LinkedHashMap<>();
            questions.ask(
                    "select * from information_schema.tables where table_schema <> 'INFORMATION_SCHEMA'"
                            + " order by table_schema, table_name",
                    row -> {
                        H2Indexes.Stored id = new H2Indexes.Stored(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
                        if (row.text("TABLE_CLASS").endsWith("MaterializedView")) {
                            materialized.add(id);
                        } else if (row.text("TABLE_TYPE").equals("BASE TABLE")) {
                            String comment = row.wordsOrNull("REMARKS");
                            comments.put(id, comment == null ? "" : comment);
                        }
                    });
            comments.forEach((id, comment) -> {
                // What a materialized view holds is kept in a table whose name ends so.
                String view = id.name().endsWith("$1")
                        ? id.name().substring(0, id.name().length() - 2)
                        : "";
                if (!materialized.contains(new H2Indexes.Stored(id.schema(), view))) {
                    assembly.beginTable(id.schema(), id.name(), comment.isEmpty() ? null : comment, List.of());
                }
            });
        }

        private void columns() throws SQLException {
            questions.ask(
                    "select * from information_schema.columns where " + filter.of("table")
                            + " order by table_schema, table_name, ordinal_position",
                    filter.parameters(),
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
                                    SchemaAssembly.unlessOne(row.integerOrNull("IDENTITY_START")),
                                    SchemaAssembly.unlessOne(row.integerOrNull("IDENTITY_INCREMENT")))
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

        /** A constraint is in the schema of its table. */
        private void keys(H2Keys keys) {
            for (H2Keys.Key key : keys.all()) {
                assembly.table(key.schema(), key.table()).ifPresent(it -> key(it, key, keys));
            }
        }

        private void key(TableParts table, H2Keys.Key key, H2Keys keys) {
            if (key.type().equals("CHECK")) {
                return;
            }
            KeyParts parts = table.key(assembly.name(key.name()));
            keys.columns(key).forEach(it -> parts.column(assembly.name(it)));
            H2Keys.Reference reference = keys.reference(key);
            if (key.type().equals("PRIMARY KEY")) {
                parts.primary();
            } else if (reference != null) {
                QualifiedIdentifier target = assembly.name(
                        reference.target().schema(), reference.target().table());
                keys.targetColumns(key, reference).forEach(it -> parts.references(target, assembly.name(it)));
                parts.actions(reference.onDelete(), reference.onUpdate());
            }
        }

        private void checks(H2Keys keys) throws SQLException {
            questions.ask("select * from information_schema.check_constraints order by constraint_name", row -> {
                H2Keys.Key key = keys.find(row.text("CONSTRAINT_SCHEMA"), row.text("CONSTRAINT_NAME"));
                Optional<TableParts> table = key == null ? Optional.empty() : assembly.table(key.schema(), key.table());
                if (table.isPresent()) {
                    table.get()
                            .add(new Constraint.Check(
                                    assembly.name(row.text("CONSTRAINT_NAME")),
                                    Brackets.around(row.text("CHECK_CLAUSE"))));
                }
            });
        }

        /** Without those created for constraints. */
        private void indexes(H2Indexes indexes) {
            for (H2Indexes.Index index : indexes.all().values()) {
                if (!index.generated()) {
                    assembly.index(index.schema(), index.table(), index.name())
                            .ifPresent(parts -> elements(parts, index));
                }
            }
        }

        private void elements(IndexParts parts, H2Indexes.Index index) {
            parts.unique(index.isUnique());
            for (H2Indexes.Element element : index.elements()) {
                Identifier column = assembly.name(element.column());
                if (index.isUnique() && !element.key()) {
                    parts.include(column);
                } else {
                    parts.column(column, element.descending(), nulls(element.nulls(), element.descending()));
                }
            }
        }

        /** Nulls sort first by default. */
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
            Map<String, String> queries = H2Queries.of(questions, !materialized.isEmpty());
            questions.ask(
                    "select * from information_schema.views where table_schema" + OURS
                            + " order by table_schema, table_name",
                    row -> {
                        String schema = row.text("TABLE_SCHEMA");
                        String name = row.text("TABLE_NAME");
                        String query = row.textOrNull("VIEW_DEFINITION");
                        assembly.beginView(
                                schema,
                                name,
                                query == null ? queries.getOrDefault(H2Queries.key(schema, name), "") : query,
                                materialized.contains(new H2Indexes.Stored(schema, name)));
                    });
        }
    }
}
