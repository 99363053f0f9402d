package dev.mig.entities.hibernate;

import dev.mig.compile.GeneratedNames;
import dev.mig.jdbc.inspect.DefaultText;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.syntax.tree.Statement.Order;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * One table of the metadata at a time, with what Hibernate would write into its {@code create table} and after it.
 *
 * <p>What Hibernate leaves to the database to name gets its name by this program's fixed rule; foreign keys and indexes
 * keep the names that Hibernate gives them.
 */
final class TableReading {
    private static final Pattern INLINE_ENUM = Pattern.compile("(?is)enum ?\\((.*)\\)");
    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    private final Metadata metadata;
    private final Dialect dialect;
    private final Names names;
    private final DdlTypes types;
    private final List<EnumType> enums;

    /** @param enums those known, to which are added those that stand in a column */
    TableReading(Metadata metadata, Names names, DdlTypes types, List<EnumType> enums) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.types = types;
        this.enums = enums;
    }

    Table table(QualifiedIdentifier name, org.hibernate.mapping.Table table) {
        List<dev.mig.model.Column> columns =
                table.getColumns().stream().map(it -> column(name, it)).toList();
        return new Table(name, columns, constraints(name, table), indexes(table), table.getComment(), List.of());
    }

    // ---- columns

    private dev.mig.model.Column column(QualifiedIdentifier table, Column column) {
        ColumnType type = type(table, column);
        String generated = column.getGeneratedAs();
        return new dev.mig.model.Column(
                name(column),
                type,
                !column.isNullable(),
                DefaultText.read(column.getDefaultValue(), type),
                column.isIdentity() ? dev.mig.model.Column.Identity.PLAIN : null,
                generated == null
                        ? null
                        : new dev.mig.model.Column.Generated("(" + generated + ")", storage(generated)),
                column.getComment(),
                collation(column));
    }

    static Identifier name(Column column) {
        return new Identifier(column.getName(), column.isQuoted());
    }

    private ColumnType type(QualifiedIdentifier table, Column column) {
        String sql = column.getSqlType(metadata);
        Optional<EnumType> made = enums.stream()
                .filter(it -> it.name().name().text().equalsIgnoreCase(sql))
                .findFirst();
        if (made.isPresent()) {
            return new ColumnType.Enum(made.get().name(), made.get().values());
        }
        Matcher inline = INLINE_ENUM.matcher(sql);
        return types.hasInlineEnums() && inline.matches() ? enumOf(table, column, inline.group(1)) : types.of(sql);
    }

    /** An inline enum is named after its table and column, like one found in a database. */
    private ColumnType enumOf(QualifiedIdentifier table, Column column, String list) {
        List<String> values = VALUE.matcher(list)
                .results()
                .map(it -> it.group(1).replace("''", "'"))
                .toList();
        Identifier name = new Identifier(
                table.name().text() + "_" + column.getName(), table.name().quoted() || column.isQuoted());
        EnumType type = new EnumType(table.named(name), values);
        enums.add(type);
        return new ColumnType.Enum(type.name(), values);
    }

    private @Nullable Storage storage(String generated) {
        return dialect.generatedAs(generated).endsWith(" stored") ? Storage.STORED : null;
    }

    private static @Nullable Identifier collation(Column column) {
        return column.getCollation() == null ? null : Identifier.exact(column.getCollation());
    }

    // ---- constraints

    private List<Constraint> constraints(QualifiedIdentifier name, org.hibernate.mapping.Table table) {
        List<Constraint> constraints = new ArrayList<>();
        Set<Set<Column>> unique = new HashSet<>();
        if (table.hasPrimaryKey()) {
            List<Column> key = table.getPrimaryKey().getColumns();
            constraints.add(new Constraint.PrimaryKey(GeneratedNames.primaryKey(name), columns(key)));
            unique.add(Set.copyOf(key));
        }
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (unique.add(Set.copyOf(key.getColumns()))) {
                List<Identifier> columns = columns(key.getColumns());
                constraints.add(new Constraint.Unique(
                        key.isNameExplicit() ? explicit(key.getName()) : GeneratedNames.unique(name, columns),
                        columns));
            }
        }
        for (Column column : table.getColumns()) {
            if (column.isUnique() && unique.add(Set.of(column))) {
                List<Identifier> columns = List.of(name(column));
                constraints.add(new Constraint.Unique(GeneratedNames.unique(name, columns), columns));
            }
        }
        checks(name, table, constraints);
        constraints.addAll(foreignKeys(table));
        return constraints;
    }

    /** Hibernate 6.6 offers no other way. */
    @SuppressWarnings("removal")
    private List<Constraint> foreignKeys(org.hibernate.mapping.Table table) {
        return table.getForeignKeys().values().stream()
                .filter(it -> it.isCreationEnabled() && it.isPhysicalConstraint())
                .map(this::foreignKey)
                .toList();
    }

    private static void checks(
            QualifiedIdentifier name, org.hibernate.mapping.Table table, List<Constraint> constraints) {
        for (Column column : table.getColumns()) {
            for (CheckConstraint check : column.getCheckConstraints()) {
                Identifier generated = GeneratedNames.columnCheck(name, name(column));
                add(check, GeneratedNames.free(generated, it -> isTaken(it, constraints)), constraints);
            }
        }
        for (CheckConstraint check : table.getChecks()) {
            add(check, GeneratedNames.tableCheck(name, it -> isTaken(it, constraints)), constraints);
        }
    }

    private static void add(CheckConstraint check, Identifier generated, List<Constraint> constraints) {
        constraints.add(new Constraint.Check(
                check.isNamed() ? explicit(check.getName()) : generated, "(" + check.getConstraint() + ")"));
    }

    private static boolean isTaken(Identifier name, List<Constraint> constraints) {
        return constraints.stream().anyMatch(it -> it.name().text().equalsIgnoreCase(name.text()));
    }

    private Constraint foreignKey(ForeignKey key) {
        List<Column> target = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        return new Constraint.ForeignKey(
                explicit(key.getName()),
                columns(key.getColumns()),
                names.of(key.getReferencedTable()),
                columns(target),
                action(key.getOnDeleteAction()),
                null,
                null);
    }

    private static @Nullable ReferenceAction action(@Nullable OnDeleteAction action) {
        return action == null || action == OnDeleteAction.NO_ACTION ? null : ReferenceAction.valueOf(action.name());
    }

    private static List<Identifier> columns(List<Column> columns) {
        return columns.stream().map(TableReading::name).toList();
    }

    /** A quoted name is exact. */
    private static Identifier explicit(String name) {
        return Names.of(org.hibernate.boot.model.naming.Identifier.toIdentifier(name));
    }

    // ---- indexes

    private List<Index> indexes(org.hibernate.mapping.Table table) {
        return table.getIndexes().values().stream().map(TableReading::index).toList();
    }

    private static Index index(org.hibernate.mapping.Index index) {
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        List<Index.Element> elements = index.getSelectables().stream()
                .map(it -> new Index.Element(key(it), null, order(orders.get(it)), null))
                .toList();
        return new Index(explicit(index.getName()), index.isUnique(), null, elements, List.of(), null);
    }

    private static Index.Key key(Selectable part) {
        return part instanceof Column column
                ? new Index.ColumnKey(name(column))
                : new Index.ExpressionKey(new SqlValue.Expression("(" + part.getText() + ")"));
    }

    private static @Nullable Order order(@Nullable String order) {
        return order != null && order.toLowerCase(Locale.ROOT).startsWith("desc") ? Order.DESC : null;
    }
}
