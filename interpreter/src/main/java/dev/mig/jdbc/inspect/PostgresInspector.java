package dev.mig.jdbc.inspect;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.syntax.tree.Statement.Nulls;
import dev.mig.syntax.tree.TableItem.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and its relatives, from the <a href="https://www.postgresql.org/docs/current/catalogs.html">system
 * catalogues</a>: the information schema does not know indexes, and shows a user only what is the user's.
 *
 * <p>Not seen: what {@link PostgresObjects} does not know either, what belongs to an extension, partitions (they are
 * their table's), foreign tables, exclusion constraints, and an index that was never finished. {@link UnsupportedObject} names them.
 */
final class PostgresInspector implements Inspector {
    private final boolean programs;

    /** @param programs whether functions, triggers and the like are looked at */
    PostgresInspector(boolean programs) {
        this.programs = programs;
    }

    @Override
    public SchemaModel inspect(Connection connection, Scope scope) throws SQLException {
        String schema = connection.getSchema();
        return new Pass(new CatalogueQueries(connection), schema == null ? "" : schema, scope, programs).model();
    }

    private static final String OURS =
            "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'crdb_internal')";

    /** One reading. */
    private static final class Pass {
        private final CatalogueQueries questions;
        private final Scope scope;
        private final boolean programs;
        private final SchemaAssembly assembly;
        private final List<String> only;
        /** The relations looked at, as {@code rel}. */
        private final String relations;

        Pass(CatalogueQueries questions, String schema, Scope scope, boolean programs) {
            this.programs = programs;
            this.questions = questions;
            this.scope = scope;
            this.assembly = new SchemaAssembly(Folding.LOWER, schema, scope);
            this.only = scope.only().stream()
                    .map(it -> Folding.LOWER.key(it.name()))
                    .distinct()
                    .toList();
            String among = only.isEmpty()
                    ? ""
                    : " and c.relname in (" + String.join(", ", Collections.nCopies(only.size(), "?")) + ")";
            this.relations = "with rel as (select c.oid, n.nspname, c.relname, c.relkind"
                    + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and " + OURS + among
                    + " and not exists (" + ofExtension("pg_class", "c.oid") + ")) ";
        }

        private static String ofExtension(String catalogue, String oid) {
            return "select 1 from pg_catalog.pg_depend e where e.deptype = 'e' and e.classid = 'pg_catalog." + catalogue
                    + "'::regclass and e.objid = " + oid;
        }

        SchemaModel model() throws SQLException {
            enums();
            relations();
            columns();
            constraints();
            indexes();
            if (!scope.isOfTables()) {
                rest();
            }
            return assembly.model();
        }

        private void enums() throws SQLException {
            questions.ask(
                    "select n.nspname, t.typname, array_agg(v.enumlabel::text order by v.enumsortorder) labels"
                            + " from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace"
                            + " join pg_catalog.pg_enum v on v.enumtypid = t.oid"
                            + " where " + OURS + " and not exists (" + ofExtension("pg_type", "t.oid") + ")"
                            + " group by 1, 2 order by 1, 2",
                    row -> assembly.enumType(row.text("nspname"), row.text("typname"), row.texts("labels")));
        }

        private void relations() throws SQLException {
            questions.ask(
                    relations + "select nspname, relname, relkind, pg_catalog.obj_description(oid, 'pg_class')"
                            + " remarks, case when relkind in ('v', 'm') then rtrim(pg_catalog.pg_get_viewdef(oid),"
                            + " ';') end query, case when relkind = 'p' then pg_catalog.pg_get_partkeydef(oid) end"
                            + " partition from rel order by nspname, relname",
                    only,
                    row -> {
                        String schema = row.text("nspname");
                        String name = row.text("relname");
                        String query = row.textOrNull("query");
                        if (query == null) {
                            String partition = row.textOrNull("partition");
                            List<String> options = partition == null ? List.of() : List.of("partition by " + partition);
                            assembly.beginTable(schema, name, row.textOrNull("remarks"), options);
                        } else {
                            assembly.beginView(
                                    schema,
                                    name,
                                    PostgresLists.settled(query),
                                    row.text("relkind").equals("m"));
                        }
                    });
        }

        private void columns() throws SQLException {
            questions.ask(
                    relations + "select rel.nspname, rel.relname, a.attname, a.attnotnull, a.attidentity,"
                            + " a.attgenerated, a.attndims, pg_catalog.format_type(a.atttypid, a.atttypmod) formatted,"
                            + " pg_catalog.pg_get_expr(d.adbin, d.adrelid) expression,"
                            + " pg_catalog.col_description(a.attrelid, a.attnum) remarks,"
                            + " case when a.attcollation <> t.typcollation then l.collname end collation,"
                            + " case when e.oid is not null then"
                            + " pg_catalog.format_type(e.oid, a.atttypmod) end element,"
                            + " y.typname, y.typtype, yn.nspname type_schema, s.seqstart, s.seqincrement"
                            + " from rel join pg_catalog.pg_attribute a on a.attrelid = rel.oid"
                            + " join pg_catalog.pg_type t on t.oid = a.atttypid"
                            + " left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'"
                            + " join pg_catalog.pg_type y on y.oid = coalesce(e.oid, t.oid)"
                            + " join pg_catalog.pg_namespace yn on yn.oid = y.typnamespace"
                            + " left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                            + " left join pg_catalog.pg_collation l on l.oid = a.attcollation"
                            // A serial's sequence belongs to its column, an identity's is a part of it.
                            + " left join (pg_catalog.pg_depend o join pg_catalog.pg_sequence s on s.seqrelid ="
                            + " o.objid) on o.refobjid = a.attrelid and o.refobjsubid = a.attnum and o.refclassid ="
                            + " 'pg_catalog.pg_class'::regclass and o.classid = 'pg_catalog.pg_class'::regclass and"
                            + " o.deptype in ('a', 'i') where a.attnum > 0 and not a.attisdropped and rel.relkind in"
                            + " ('r', 'p') order by rel.nspname, rel.relname, a.attnum",
                    only,
                    row -> {
                        Optional<TableParts> table = assembly.table(row.text("nspname"), row.text("relname"));
                        if (table.isPresent()) {
                            table.get().add(column(row));
                        }
                    });
        }

        private Column column(Row row) throws SQLException {
            ColumnType type = type(row);
            String expression = row.textOrNull("expression");
            String generated = row.text("attgenerated");
            Column.Identity identity = identity(row, expression);
            String collation = row.textOrNull("collation");
            boolean plain = generated.isEmpty() && identity == null;
            return new Column(
                    assembly.name(row.text("attname")),
                    type,
                    row.is("attnotnull"),
                    plain ? DefaultText.read(expression, type) : null,
                    identity,
                    generated.isEmpty() || expression == null
                            ? null
                            : new Column.Generated(
                                    Brackets.around(PostgresLists.settled(expression)),
                                    generated.equals("v") ? Storage.VIRTUAL : Storage.STORED),
                    row.textOrNull("remarks"),
                    collation == null ? null : assembly.name(collation));
        }

        private Column.@Nullable Identity identity(Row row, @Nullable String expression) throws SQLException {
            String kind = row.text("attidentity");
            boolean serial =
                    row.integerOrNull("seqstart") != null && expression != null && expression.startsWith("nextval(");
            return kind.isEmpty() && !serial
                    ? null
                    : new Column.Identity(
                            kind.equals("a"),
                            SchemaAssembly.unlessOne(row.integerOrNull("seqstart")),
                            SchemaAssembly.unlessOne(row.integerOrNull("seqincrement")));
        }

        private ColumnType type(Row row) throws SQLException {
            String element = row.textOrNull("element");
            String formatted = element == null ? row.text("formatted") : element;
            Optional<EnumType> known = row.text("typtype").equals("e")
                    ? assembly.enumType(row.text("type_schema"), row.text("typname"))
                    : Optional.empty();
            ColumnType type = known.<ColumnType>map(it -> new ColumnType.Enum(it.name(), it.values()))
                    .orElseGet(() -> PostgresTypes.of(formatted));
            if (element != null) {
                for (int i = Math.max(1, row.number("attndims")); i > 0; i--) {
                    type = new ColumnType.Array(type);
                }
            }
            return type;
        }

        private void constraints() throws SQLException {
            questions.ask(
                    relations + "select rel.nspname, rel.relname, k.conname, k.contype,"
                            + " pg_catalog.pg_get_expr(k.conbin, k.conrelid) condition,"
                            + " array(select a.attname::text from unnest(k.conkey) with ordinality as u(num, place)"
                            + " join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num"
                            + " order by u.place) columns,"
                            + " tn.nspname target_schema, t.relname target,"
                            + " array(select a.attname::text from unnest(k.confkey) with ordinality as u(num, place)"
                            + " join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num"
                            + " order by u.place) target_columns,"
                            + " k.confdeltype, k.confupdtype, k.condeferrable, k.condeferred"
                            + " from rel join pg_catalog.pg_constraint k on k.conrelid = rel.oid"
                            + " left join pg_catalog.pg_class t on t.oid = k.confrelid"
                            + " left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace"
                            + " where k.contype in ('p', 'u', 'c', 'f')"
                            + " order by rel.nspname, rel.relname, position(k.contype::text in 'pucf'), k.conkey, k.conname",
                    only,
                    row -> {
                        Optional<TableParts> table = assembly.table(row.text("nspname"), row.text("relname"));
                        if (table.isPresent()) {
                            table.get().add(constraint(row, table.get()));
                        }
                    });
        }

        private Constraint constraint(Row row, TableParts table) throws SQLException {
            Identifier name = assembly.name(row.text("conname"));
            List<Identifier> columns = assembly.names(row.texts("columns"));
            return switch (row.text("contype")) {
                case "p" -> new Constraint.PrimaryKey(name, columns);
                case "u" -> new Constraint.Unique(name, columns);
                case "c" -> new Constraint.Check(name, Brackets.around(settled(row.text("condition"), table)));
                default ->
                    new Constraint.ForeignKey(
                            name,
                            columns,
                            assembly.name(row.text("target_schema"), row.text("target")),
                            assembly.names(row.texts("target_columns")),
                            KeyParts.action(action(row.text("confdeltype"))),
                            KeyParts.action(action(row.text("confupdtype"))),
                            KeyParts.deferrability(row.is("condeferrable"), row.is("condeferred")));
            };
        }

        private String settled(String condition, TableParts table) {
            return PostgresLists.settled(condition, it -> table.hasVarchar(assembly.name(it)));
        }

        private static String action(String letter) {
            return switch (letter) {
                case "r" -> "restrict";
                case "c" -> "cascade";
                case "n" -> "set null";
                case "d" -> "set default";
                default -> "no action";
            };
        }

        /** Without those created for constraints. */
        private void indexes() throws SQLException {
            questions.ask(
                    relations + "select rel.nspname, rel.relname, c.relname index_name, i.indisunique, m.amname,"
                            + " pg_catalog.pg_get_expr(i.indpred, i.indrelid) condition,"
                            + " p.place <= i.indnkeyatts is_key, a.attname,"
                            + " pg_catalog.pg_get_indexdef(i.indexrelid, p.place, false) expression,"
                            + " i.indoption[p.place - 1] & 1 descending, i.indoption[p.place - 1] & 2 nulls_first,"
                            + " o.opcdefault, o.opcname, ons.nspname opclass_schema"
                            + " from rel join pg_catalog.pg_index i on i.indrelid = rel.oid"
                            + " join pg_catalog.pg_class c on c.oid = i.indexrelid"
                            + " join pg_catalog.pg_am m on m.oid = c.relam"
                            + " cross join lateral generate_series(1, i.indnatts::int) as p(place)"
                            + " left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid"
                            + " and a.attnum = i.indkey[p.place - 1] and a.attnum <> 0"
                            + " left join pg_catalog.pg_opclass o on o.oid = i.indclass[p.place - 1]"
                            + " and p.place <= i.indnkeyatts"
                            + " left join pg_catalog.pg_namespace ons on ons.oid = o.opcnamespace"
                            + " where i.indisvalid and not exists (select 1 from pg_catalog.pg_constraint k"
                            + " where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))"
                            + " order by rel.nspname, rel.relname, c.relname, p.place",
                    only,
                    row -> {
                        Optional<IndexParts> index =
                                assembly.index(row.text("nspname"), row.text("relname"), row.text("index_name"));
                        if (index.isPresent()) {
                            element(index.get(), row);
                        }
                    });
        }

        private void element(IndexParts index, Row row) throws SQLException {
            String method = row.text("amname");
            String column = row.textOrNull("attname");
            String condition = row.textOrNull("condition");
            index.unique(row.is("indisunique"))
                    .method(method.equals("btree") ? null : assembly.name(method))
                    .where(condition == null ? null : PostgresLists.settled(condition));
            if (!row.is("is_key")) {
                index.include(assembly.name(row.text("attname")));
                return;
            }
            Index.Key key = column == null
                    ? IndexParts.expression(row.text("expression"))
                    : new Index.ColumnKey(assembly.name(column));
            boolean descending = row.number("descending") != 0;
            boolean nullsFirst = row.number("nulls_first") != 0;
            // Nulls sort last by default.
            Nulls nulls = nullsFirst == descending ? null : nullsFirst ? Nulls.FIRST : Nulls.LAST;
            index.element(key, operatorClass(row), descending, nulls);
        }

        /** Null for the default collation of the type. */
        private @Nullable QualifiedIdentifier operatorClass(Row row) throws SQLException {
            if (row.textOrNull("opcname") == null || row.is("opcdefault")) {
                return null;
            }
            String schema = row.text("opclass_schema");
            Identifier name = assembly.name(row.text("opcname"));
            return schema.equals("pg_catalog")
                    ? QualifiedIdentifier.of(name)
                    : assembly.name(schema, row.text("opcname"));
        }

        private void rest() throws SQLException {
            questions.ask(
                    "select n.nspname from pg_catalog.pg_namespace n where " + OURS + " and not exists ("
                            + ofExtension("pg_namespace", "n.oid") + ") order by 1",
                    row -> assembly.schema(row.text("nspname")));
            questions.ask(
                    "select n.nspname, c.relname, s.seqstart, s.seqincrement from pg_catalog.pg_sequence s"
                            + " join pg_catalog.pg_class c on c.oid = s.seqrelid"
                            + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                            + " where " + OURS + " and not exists (select 1 from pg_catalog.pg_depend o"
                            + " where o.classid = 'pg_catalog.pg_class'::regclass and o.objid = c.oid"
                            + " and o.refclassid = 'pg_catalog.pg_class'::regclass and o.deptype in ('a', 'i')"
                            + " and o.refobjsubid > 0)"
                            + " and not exists (" + ofExtension("pg_class", "c.oid") + ") order by 1, 2",
                    row -> assembly.sequence(
                            row.text("nspname"),
                            row.text("relname"),
                            row.integerOrNull("seqstart"),
                            row.integerOrNull("seqincrement")));
            if (programs) {
                new PostgresObjects(questions, assembly).read();
            }
        }
    }
}
